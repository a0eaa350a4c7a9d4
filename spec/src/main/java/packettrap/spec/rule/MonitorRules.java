package packettrap.spec.rule;

import java.util.List;

/** Drop monitor: how it is configured, started and stopped, and what its alerts say. */
public final class MonitorRules {
  public static final Rule MON_01 =
      Rule.must(
              Family.MON,
              1,
              "At first drop monitor MUST be in summary mode with truncation length 0 and queue "
                  + "length 1000, monitor nothing and have lost nothing.")
          .why("Tools that configure nothing rely on these defaults.")
          .from(
              "net_dm_alert_mode, net_dm_trunc_len, net_dm_queue_len, monitor_hw and trace_state "
                  + "in net/core/drop_monitor.c")
          .ifBroken("All five at once. Truncation length 0 means that nothing is cut.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_02 =
      Rule.must(
              Family.MON,
              2,
              "Each of alert mode, truncation length and queue length MUST be settable alone; the "
                  + "others keep their value, and the new one is shown from then on.")
          .why("Each attribute is optional, and one left out is left alone.")
          .from(
              "net_dm_cmd_config, net_dm_alert_mode_set, net_dm_trunc_len_set, "
                  + "net_dm_queue_len_set")
          .ifBroken(
              "A missing attribute is not 0. A request with none of them succeeds and changes "
                  + "nothing.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_03 =
      Rule.must(
              Family.MON,
              3,
              "Configuring while software or hardware drops are monitored MUST be refused with "
                  + "EBUSY and \"Cannot configure drop monitor during monitoring\"; nothing "
                  + "changes.")
          .why("The alert mode decides which probes are attached; it cannot change under them.")
          .from("net_dm_cmd_config, net_dm_is_monitoring")
          .ifBroken(
              "Either of the two kinds is enough. The check comes before that of the alert mode, "
                  + "and applies to an empty request too.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_04 =
      Rule.must(
              Family.MON,
              4,
              "An unknown alert mode MUST be refused with EINVAL and \"Invalid alert mode\".")
          .why("A program that asks for a mode of the future has to notice that it did not get it.")
          .from("net_dm_alert_mode_set, net_dm_alert_mode_get_from_info")
          .ifBroken("Known are 0 (summary) and 1 (packet).")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_05 =
      Rule.must(
              Family.MON,
              5,
              "If the alert mode of a configure request is unknown, the rest of the request MUST "
                  + "NOT be applied either: truncation length and queue length stay.")
          .why("A refused request changes nothing (REQ-11).")
          .from("net_dm_cmd_config")
          .ifBroken("Check the mode before you store anything.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_06 =
      Rule.must(
              Family.MON,
              6,
              "The queue length MUST be accepted as it is, 0 included; with 0 every packet of "
                  + "packet mode is lost.")
          .why(
              "The limit is the user's choice, and a user may choose to be told of nothing but "
                  + "the losses.")
          .from("net_dm_queue_len_set; the comparison in net_dm_hw_trap_packet_probe")
          .ifBroken(
              "No lower limit, no replacement of 0 by the default. The lost packets are counted "
                  + "(MON-18).")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_07 =
      Rule.must(Family.MON, 7, "Starting or stopping with neither flag MUST mean software drops.")
          .why(
              "Programs that are older than the flags send neither, and mean what they always "
                  + "meant.")
          .from("net_dm_cmd_trace")
          .ifBroken("Neither flag is not \"both\" and not \"nothing\".")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_08 =
      Rule.must(
              Family.MON,
              8,
              "Starting software monitoring that runs MUST be refused with EAGAIN and \"Trace "
                  + "state already set to requested state\".")
          .why("A second program must learn that another one already listens.")
          .from("set_all_monitor_traces")
          .ifBroken(
              "EAGAIN and not success. The text is that of the software side, and differs from "
                  + "that of hardware.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_09 =
      Rule.must(
              Family.MON,
              9,
              "Starting hardware monitoring that runs MUST be refused with EAGAIN and \"Hardware "
                  + "monitoring already enabled\".")
          .why("As for software.")
          .from("net_dm_hw_monitor_start")
          .ifBroken(
              "Check the flag of hardware alone: running software monitoring is no reason to "
                  + "refuse.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_10 =
      Rule.must(
              Family.MON,
              10,
              "If software monitoring runs, a request to start both MUST be refused as in MON-08, "
                  + "and hardware monitoring stays as it is.")
          .why("Software goes first, and its error ends the request.")
          .from("net_dm_monitor_start")
          .ifBroken("Do not start hardware and then report the error of software.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_11 =
      Rule.must(
              Family.MON,
              11,
              "If hardware monitoring runs and software monitoring does not, a request to start "
                  + "both MUST be refused as in MON-09, and the start of software is undone.")
          .why("A refused request changes nothing (REQ-11).")
          .from("net_dm_monitor_start")
          .ifBroken(
              "Afterwards software drops are not told of. Test with a software drop, not only "
                  + "with the reply.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_12 =
      Rule.must(
              Family.MON,
              12,
              "Stopping MUST always succeed, and what was to be stopped no longer runs.")
          .why(
              "A program that cleans up behind itself, or behind a predecessor that crashed, must "
                  + "not fail.")
          .from("net_dm_monitor_stop")
          .ifBroken(
              "Success in each of the four states. Stopping one kind leaves the other running.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_13 =
      Rule.must(
              Family.MON,
              13,
              "Stopping what does not run MUST carry the message \"Hardware monitoring already "
                  + "disabled\", or for software \"Trace state already set to requested state\", "
                  + "which wins if both apply.")
          .why("A success with a remark: what was asked for was the case already.")
          .from("net_dm_hw_monitor_stop, set_all_monitor_traces, net_dm_monitor_stop")
          .ifBroken(
              "Hardware is stopped first and software second, and a later message replaces an "
                  + "earlier one.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_14 =
      Rule.must(
              Family.MON,
              14,
              "Stopping MUST discard what is queued or summarised and not yet sent, without "
                  + "counting it as lost.")
          .why("Once the stop returned, no alert of that kind may arrive: its reader may be gone.")
          .from("net_dm_hw_monitor_stop, net_dm_trace_off_set")
          .ifBroken(
              "Clear the table and disarm its timer. A start later begins with an empty table.")
          .needs(Need.DROP_MONITOR, Need.PACKETS);

  public static final Rule MON_15 =
      Rule.must(
              Family.MON,
              15,
              "While hardware drops are monitored, every packet that a driver reports on a drop "
                  + "or an exception trap MUST be told of, in either mode, unless it is lost as "
                  + "MON-18 and MON-23 say.")
          .why(
              "It is the one place where a packet's disappearance in hardware becomes visible "
                  + "with the packet itself.")
          .from("net_dm_hw_trap_summary_probe, net_dm_hw_trap_packet_probe")
          .ifBroken(
              "Exception traps count too, not only drop traps; so do mirrored packets, although "
                  + "they were forwarded.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_16 =
      Rule.must(
              Family.MON,
              16,
              "Packets that are reported on control traps MUST never reach drop monitor.")
          .why(
              "They were not dropped. Hello packets in the list of drops would send operators in "
                  + "the wrong direction.")
          .from(
              "net_dm_hw_trap_summary_probe, net_dm_hw_trap_packet_probe "
                  + "(DEVLINK_TRAP_TYPE_CONTROL)")
          .ifBroken("Look at the type of the trap and not at its action, in both modes.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.CONTROL_TRAPS);

  public static final Rule MON_17 =
      Rule.must(
              Family.MON,
              17,
              "In packet mode there MUST be one alert for each packet told of, in the order in "
                  + "which they were reported.")
          .why("Sequences of drops say more than single ones.")
          .from("net_dm_hw_trap_packet_probe, net_dm_hw_packet_work")
          .ifBroken("A queue, first in, first out. No packets are merged.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_18 =
      Rule.must(
              Family.MON,
              18,
              "In packet mode, a packet that finds as many packets in the queue as the queue "
                  + "length MUST be lost and counted in drop monitor's statistics. In virtual "
                  + "time the queue empties at the end of each request.")
          .why(
              "The queue bounds the memory; the count tells the reader that the picture has "
                  + "holes.")
          .from("net_dm_hw_trap_packet_probe, net_dm_packet_trace_kfree_skb_hit")
          .ifBroken(
              "With queue length n, the first n packets of one request are told of and the others "
                  + "are counted.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_19 =
      Rule.must(
              Family.MON,
              19,
              "Lost software packets and lost hardware packets MUST be counted apart.")
          .why("They have queues of their own, and differ in what to do about them.")
          .from("net_dm_stats_put, net_dm_hw_stats_put")
          .ifBroken(
              "Two queues and two counters. A full queue of one kind loses nothing of the other.")
          .needs(Need.DROP_MONITOR, Need.SOFTWARE_DROPS);

  public static final Rule MON_20 =
      Rule.must(
              Family.MON,
              20,
              "Drop monitor's statistics MUST only grow: no stop, start, configuration or reload "
                  + "resets them.")
          .why("As for all statistics, tools take differences.")
          .from("net_dm_stats_read, net_dm_hw_stats_read")
          .ifBroken("They belong to drop monitor and not to a session.")
          .needs(Need.DROP_MONITOR);

  public static final Rule MON_21 =
      Rule.must(
              Family.MON, 21, "In summary mode packets MUST be counted by the name of their trap.")
          .why("Under load a count for each reason is all that anyone can read.")
          .from("net_dm_hw_trap_summary_probe")
          .ifBroken(
              "One entry for each name, in the order of their first packets; the counts of one "
                  + "alert add up to the packets told of.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_22 =
      Rule.must(
              Family.MON,
              22,
              "In summary mode an alert MUST go out 1 s after the first entry of an empty table, "
                  + "in real time up to an eighth of a second later, and the table is empty "
                  + "afterwards.")
          .why(
              "The first drop sets the pace: quiet hosts send nothing, busy ones one alert a "
                  + "second. A kernel's timers are kept on wheels and may be late by an eighth of "
                  + "what they were set to.")
          .from("sched_send_work, net_dm_hw_summary_work (dm_delay); kernel/time/timer.c, LVL_GRAN")
          .ifBroken(
              "One timer, armed by the first new entry and not re-armed by later ones. No alert "
                  + "without entries.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_23 =
      Rule.must(
              Family.MON,
              23,
              "The summary table MUST hold 64 names: packets of further names are lost without a "
                  + "trace, known names still count.")
          .why("The table is fixed in size; a flood of one kind must not be hidden by the others.")
          .from("net_dm_hw_trap_summary_probe (dm_hit_limit)")
          .ifBroken(
              "Look the name up first and test for a full table only if it is new. These losses "
                  + "are not in the statistics.")
          .needs(Need.DROP_MONITOR, Need.MANY_TRAPS, Need.FRAMES, Need.VIRTUAL_TIME);

  public static final Rule MON_24 =
      Rule.may(
              Family.MON,
              24,
              "For names of 39 characters and more, a summary MAY show the name cut to 38 "
                  + "characters and a new entry for each packet, as Linux does, or count them "
                  + "properly under the name, whole or cut to no fewer than 38 characters.")
          .why(
              "Linux stores 38 characters and compares 39, so it never finds such an entry again. "
                  + "It is a bug, and no one is asked to copy it.")
          .from("net_dm_hw_trap_summary_probe (NET_DM_MAX_HW_TRAP_NAME_LEN)")
          .ifBroken(
              "Nobody can break this rule. Names of up to 38 characters are covered by MON-21.");

  public static final Rule MON_25 =
      Rule.must(
              Family.MON, 25, "A packet alert of a hardware drop MUST name the trap and its group.")
          .why("The trap says why the packet is gone.")
          .from("net_dm_hw_packet_report_fill")
          .ifBroken(
              "Whole names here, whatever their length; the cut of MON-24 is a matter of "
                  + "summaries.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_26 =
      Rule.must(
              Family.MON,
              26,
              "A packet alert of a hardware drop MUST name its input port by index and name; it "
                  + "has none if no network device is known for it.")
          .why("Operators know ports by the names of their network devices.")
          .from("net_dm_hw_packet_report_fill; devlink_trap_report_metadata_set")
          .ifBroken("The port that the driver named in its report. Port 0 there means not known.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_27 =
      Rule.must(
              Family.MON,
              27,
              "A packet alert of a hardware drop MUST carry the flow action cookie if the report "
                  + "had one, and none otherwise.")
          .why("It leads back to the flow rule.")
          .from("net_dm_hw_packet_report_fill; net_dm_hw_metadata_copy")
          .ifBroken("All bytes of it, and nothing left over from another packet.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_28 =
      Rule.must(
              Family.MON,
              28,
              "A packet alert MUST carry the time at which the packet was reported, in "
                  + "nanoseconds.")
          .why("The alert may be sent later; what matters is when the packet was lost.")
          .from("net_dm_hw_trap_packet_probe (ktime_get_real)")
          .ifBroken("Take the time when the report is made and keep it with the packet.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_29 =
      Rule.must(
              Family.MON,
              29,
              "A packet alert MUST carry the full length of the packet, whatever the truncation "
                  + "length.")
          .why("It tells how much of the packet is missing from the payload.")
          .from("net_dm_hw_packet_report_fill (skb->len)")
          .ifBroken("From the link-layer header on, as in STA-03.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_30 =
      Rule.must(
              Family.MON,
              30,
              "The payload of a packet alert MUST start at the link-layer header and have as many "
                  + "bytes as the least of the packet's length, 65527, and the truncation length "
                  + "if that is not 0.")
          .why(
              "65527 is what fits into one netlink attribute. The header is needed to dissect the "
                  + "packet.")
          .from("net_dm_hw_packet_report, net_dm_packet_report (NET_DM_MAX_PACKET_SIZE)")
          .ifBroken("Truncation length 0 means no limit. Cut at the end, never at the start.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_31 =
      Rule.must(
              Family.MON,
              31,
              "A packet alert MUST leave out protocol and payload if the payload would have no "
                  + "bytes, and only then.")
          .why(
              "An empty attribute says nothing; a missing one where there are bytes would hide "
                  + "the packet.")
          .from("net_dm_hw_packet_report_fill, net_dm_packet_report_fill")
          .ifBroken(
              "A truncation length cannot do this (0 means no limit); only a packet without bytes "
                  + "can.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_32 =
      Rule.must(
              Family.MON,
              32,
              "The protocol of a packet alert MUST be the EtherType behind the source MAC, or, "
                  + "where that field is a length, 4 for an 802.2 header and 1 for raw 802.3.")
          .why("It is what the stack takes the packet for; dissectors start with it.")
          .from("eth_type_trans (ETH_P_802_2, ETH_P_802_3)")
          .ifBroken(
              "For a tagged packet it is the tag's EtherType, 0x8100. Fields below 0x600 are "
                  + "lengths.")
          .needs(Need.DROP_MONITOR, Need.PACKETS, Need.DROP_OR_EXCEPTION_TRAPS);

  public static final Rule MON_33 =
      Rule.must(
              Family.MON,
              33,
              "A packet alert of a software drop MUST carry the program counter, reason, symbol "
                  + "and input port's index, but no port name; time, length, protocol and payload "
                  + "are as for hardware drops.")
          .why("In software the place in the code stands where hardware has the trap.")
          .from("net_dm_packet_report_fill, net_dm_packet_trace_kfree_skb_hit")
          .ifBroken(
              "The input port is always there. Look for a port name that came along by sharing "
                  + "code with hardware alerts.")
          .needs(Need.DROP_MONITOR, Need.SOFTWARE_DROPS);

  public static final Rule MON_34 =
      Rule.must(
              Family.MON,
              34,
              "In summary mode software drops MUST be told of as counts for each program counter, "
                  + "with the timer of MON-22 and the table size of MON-23, in an alert of their "
                  + "own.")
          .why("It is the original use of drop monitor, and its readers still expect this form.")
          .from("trace_drop_common, send_dm_alert")
          .ifBroken("Two tables and two timers: one for software, one for hardware.")
          .needs(Need.DROP_MONITOR, Need.SOFTWARE_DROPS);

  public static final Rule MON_35 =
      Rule.must(
              Family.MON,
              35,
              "What is not monitored MUST neither be told of nor be counted as lost.")
          .why("Losses count packets that someone wanted to see.")
          .from(
              "net_dm_hw_monitor_start, net_dm_trace_on_set: the probes are attached only while "
                  + "monitoring runs")
          .ifBroken("Test whether monitoring runs before the test for a full queue.")
          .needs(Need.DROP_MONITOR, Need.PACKETS);

  public static final Rule MON_36 =
      Rule.must(
              Family.MON,
              36,
              "Software monitoring MUST tell of software drops only, and hardware monitoring of "
                  + "hardware drops only.")
          .why("Each is started by its own flag, because one can drown the other.")
          .from("net_dm_monitor_start; trace_kfree_skb_hit, net_dm_hw_trap_summary_probe")
          .ifBroken("Two flags. Look for a test that asks whether anything at all is monitored.")
          .needs(Need.DROP_MONITOR, Need.SOFTWARE_DROPS);

  static final List<Rule> ALL =
      List.of(
          MON_01, MON_02, MON_03, MON_04, MON_05, MON_06, MON_07, MON_08, MON_09, MON_10, MON_11,
          MON_12, MON_13, MON_14, MON_15, MON_16, MON_17, MON_18, MON_19, MON_20, MON_21, MON_22,
          MON_23, MON_24, MON_25, MON_26, MON_27, MON_28, MON_29, MON_30, MON_31, MON_32, MON_33,
          MON_34, MON_35, MON_36);

  private MonitorRules() {}
}
