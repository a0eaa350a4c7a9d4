package packettrap.runner.classify;

import packettrap.spec.packet.Frame;

/**
 * A frame of a capture file.
 *
 * @param number its number in the file, from 1 on
 * @param time when it was captured, ns since 1970
 * @param length bytes that it had on the wire; the file may have fewer of them
 * @param frame what the file has of it
 */
public record CapturedFrame(long number, long time, long length, Frame frame) {}
