package packettrap.runner.classify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Consumer;
import packettrap.runner.Unusable;

/**
 * Reads the frames of a capture file, of either format.
 *
 * <p>Both formats are read here and by no library, for none of those in Maven Central does it.
 * pcap4j hands the file to a native libpcap, which a user would have to install. pkts 3.0.10, of
 * pure Java, knows no pcapng, gives up at a record without bytes (four captures of tcpdump's tests
 * have one) and brings a SIP stack along; pcapng-decoder 1.2 is of 2017, knows no pcap, and wants
 * the whole file as an array. None says where a file is damaged.
 */
public final class CaptureReader {
  private static final int GZIP = 0x1f8b;

  private CaptureReader() {}

  /**
   * Whether there is a file at all.
   *
   * @throws Unusable if not
   */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new Unusable(file + " is a directory; a capture is a pcap or pcapng file.");
    } else if (!Files.exists(file)) {
      throw new Unusable("There is no file " + file + ".");
    }
  }

  /**
   * Hands all frames of a file over, in its order.
   *
   * @throws Unusable if it is not a whole capture of Ethernet; frames may have come before
   */
  public static void read(Path file, Consumer<CapturedFrame> taker) {
    check(file);
    try (InputStream stream = Files.newInputStream(file)) {
      read(new CaptureInput(stream), taker);
    } catch (DamagedCapture e) {
      throw new Unusable(file + " " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new Unusable("%s cannot be read (%s).".formatted(file, reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    String type = e.getClass().getSimpleName();
    return type.equals("IOException") ? e.getMessage() : type.replace("Exception", "");
  }

  private static void read(CaptureInput in, Consumer<CapturedFrame> taker) throws IOException {
    if (in.atEnd()) {
      throw new DamagedCapture("is empty; a capture without frames has a header all the same");
    }
    byte[] magic = in.bytes(4, "the number that names its format");
    if (PcapFile.begins(magic)) {
      new PcapFile(in, magic).read(taker);
    } else if (PcapngFile.begins(magic)) {
      new PcapngFile(in).read(taker);
    } else if (((magic[0] & 0xff) << 8 | magic[1] & 0xff) == GZIP) {
      throw new DamagedCapture("is compressed; gunzip makes a capture of it");
    } else {
      throw new DamagedCapture(
          "is neither a pcap nor a pcapng file: it begins with " + HexFormat.of().formatHex(magic));
    }
  }
}
