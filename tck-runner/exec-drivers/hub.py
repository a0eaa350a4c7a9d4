#!/usr/bin/env python3
"""A driver for trap-tck in one file: a hub of four ports that floods every frame and traps three kinds.

    tck-runner/trap-tck run --driver "exec:python3 tck-runner/exec-drivers/hub.py"
"""
import json
import sys

PORTS = 4
LLDP = bytes.fromhex("0180c200000e")


def trap(number, name, kind, group, generic=True):
    action = "trap" if kind == "control" else "drop"
    return {"id": number, "name": name, "type": kind, "generic": generic,
            "initialAction": action, "group": group, "metadata": ["input_port"]}


HELLO = {
    "type": "Hello",
    "version": 1,
    "name": "hub.py",
    "takes": ["TrapInit", "TrapDropped", "GroupActionSet"],
    "ports": [{"number": n, "ifindex": 100 + n, "name": f"swp{n}"} for n in range(1, PORTS + 1)],
    # Generic objects have the numbers of the registry (spec/SPECIFICATION.md); a driver's own come behind them.
    "registration": {
        "groups": [
            {"id": 0, "name": "l2_drops", "generic": True},
            {"id": 8, "name": "lldp", "generic": True},
            {"id": 27, "name": "hub_drops"},
        ],
        "traps": [
            trap(0, "source_mac_is_multicast", "drop", "l2_drops"),
            trap(31, "lldp", "control", "lldp"),
            trap(94, "runt_frame", "drop", "hub_drops", generic=False),
        ],
    },
    # The kit has frames for the generic traps; it cannot know what hits a trap of our own, nor what leaves if that
    # only mirrors (DRV-09).
    "scenarios": [{
        "name": "runt_frame/eight-bytes",
        "trap": "runt_frame",
        "title": "A frame that ends within the source address.",
        "arrivals": [{"port": 1, "frame": "0200000000010200", "what": "a runt", "trap": "runt_frame",
                      "departures": [{"port": n, "frame": "0200000000010200"} for n in (2, 3, 4)]}],
    }],
}


def hit(frame):
    """The trap that a frame hits: protocols come before drops."""
    if len(frame) < 14:
        return "runt_frame"
    if frame[:6] == LLDP and frame[12:14] == b"\x88\xcc":
        return "lldp"
    if frame[6] & 1:
        return "source_mac_is_multicast"
    return None


class Hub:
    """One device; a new one knows nothing of the one before."""

    def __init__(self):
        self.group_of = {}
        self.actions = {}
        self.dropped = {}

    def hello(self, line):
        return HELLO

    def start(self, line):
        self.__init__()

    def trap_init(self, line):
        registered = line["trap"]
        self.group_of[registered["name"]] = registered["group"]
        self.actions[registered["name"]] = registered["initialAction"]
        self.dropped[registered["name"]] = 0

    def trap_action_set(self, line):
        self.actions[line["trap"]] = line["action"]

    def group_action_set(self, line):
        for name, group in self.group_of.items():
            if group == line["group"] and name != "lldp":
                self.actions[name] = line["action"]

    def trap_dropped(self, line):
        return {"type": "Counter", "value": self.dropped[line["trap"]]}

    def receive(self, line):
        port, frame = line["port"], line["frame"]
        name = hit(bytes.fromhex(frame))
        action = self.actions[name] if name else "mirror"
        if action == "drop":
            self.dropped[name] += 1
        elif name:  # the CPU's copy, from which all of them reach devlink
            say({"type": "Report", "trap": name, "port": port, "frame": frame})
        if action == "mirror":  # trap: the CPU has the sole copy; drop: nobody has one
            for other in range(1, PORTS + 1):
                if other != port:
                    say({"type": "Transmit", "port": other, "frame": frame})


def say(line):
    sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")


def main():
    hub = Hub()
    for text in sys.stdin:
        line = json.loads(text)
        if line["type"] == "New":
            hub = Hub()
            say({"type": "Ready"})
        else:
            # TrapActionSet is trap_action_set, and so on; what returns nothing was done.
            method = "".join("_" + c.lower() if c.isupper() else c for c in line["type"])[1:]
            say(getattr(hub, method)(line) or {"type": "Answer"})
        sys.stdout.flush()  # the kit waits for the answer


if __name__ == "__main__":
    main()
