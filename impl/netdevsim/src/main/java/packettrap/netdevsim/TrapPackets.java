package packettrap.netdevsim;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import packettrap.spec.packet.Frame;

/**
 * Makes the packets that netdevsim reports, 142 bytes of UDP over IPv4.
 *
 * <p>Its random parts, the MAC addresses and the ports, are the same in every life of a device
 * here. Source: {@code nsim_dev_trap_skb_build}.
 */
final class TrapPackets {
  private static final int PAYLOAD = 100;
  private static final int UDP = 8 + PAYLOAD;
  private static final int IP = 20 + UDP;
  private static final int ETHERNET = 14 + IP;

  private final SplittableRandom random = new SplittableRandom(1);

  Frame next() {
    ByteBuffer packet = ByteBuffer.allocate(ETHERNET);
    putAddress(packet);
    putAddress(packet);
    packet.putShort((short) 0x0800);
    // Version 4 and five words; no service, identification, fragment.
    packet.putShort((short) 0x4500).putShort((short) IP).putInt(0);
    packet.put((byte) 100).put((byte) 17).putShort((short) 0);
    packet.putInt(0xc0000201).putInt(0xc6336401);
    packet.putShort(24, checksum(packet));
    // The UDP checksum stays 0, which in IPv4 means that there is none.
    packet.putShort((short) random.nextInt()).putShort((short) random.nextInt());
    packet.putShort((short) UDP);
    return Frame.of(packet.array());
  }

  /** A locally administered unicast address. Source: {@code eth_random_addr}. */
  private void putAddress(ByteBuffer packet) {
    long bits = random.nextLong();
    packet.put((byte) (bits & 0xfe | 0x02));
    for (int i = 1; i < 6; i++) {
      packet.put((byte) (bits >>> 8 * i));
    }
  }

  /** Source: RFC 1071. */
  private static short checksum(ByteBuffer packet) {
    int sum = 0;
    for (int offset = 14; offset < 34; offset += 2) {
      sum += packet.getShort(offset) & 0xffff;
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (short) ~sum;
  }
}
