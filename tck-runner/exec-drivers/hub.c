/*
 * A driver for trap-tck in one file of C99: a hub of four ports that floods every frame and traps three kinds.
 *
 *     cc -std=c99 -O2 -o hub tck-runner/exec-drivers/hub.c
 *     tck-runner/trap-tck run --driver exec:./hub
 *
 * The kit's lines are JSON without white space, and every key in them stands once: what a hub has to know of them is
 * found by looking for "KEY":. A driver that takes more of them (Configure, Register) wants a JSON library.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PORTS 4
#define LONGEST (1 << 20)

enum action { DROP, TRAP, MIRROR, ACTIONS };
enum trap { SOURCE_MAC_IS_MULTICAST, LLDP, RUNT_FRAME, TRAPS };

static const char *const action_names[ACTIONS] = {"drop", "trap", "mirror"};
static const char *const trap_names[TRAPS] = {"source_mac_is_multicast", "lldp", "runt_frame"};

/* The state of the "hardware": what to do with the frames that hit a trap. */
static enum action actions[TRAPS];
static long long dropped[TRAPS];

static char line[LONGEST];

/* Generic objects have the numbers of the registry (spec/SPECIFICATION.md); a driver's own come behind them. */
static const char hello[] =
    "{\"type\":\"Hello\",\"version\":1,\"name\":\"hub.c\",\"takes\":[\"TrapDropped\"],"
    "\"ports\":[{\"number\":1,\"ifindex\":101,\"name\":\"swp1\"},{\"number\":2,\"ifindex\":102,\"name\":\"swp2\"},"
    "{\"number\":3,\"ifindex\":103,\"name\":\"swp3\"},{\"number\":4,\"ifindex\":104,\"name\":\"swp4\"}],"
    "\"registration\":{\"groups\":[{\"id\":0,\"name\":\"l2_drops\",\"generic\":true},"
    "{\"id\":8,\"name\":\"lldp\",\"generic\":true},{\"id\":27,\"name\":\"hub_drops\"}],"
    "\"traps\":[{\"id\":0,\"name\":\"source_mac_is_multicast\",\"type\":\"drop\",\"generic\":true,"
    "\"initialAction\":\"drop\",\"group\":\"l2_drops\",\"metadata\":[\"input_port\"]},"
    "{\"id\":31,\"name\":\"lldp\",\"type\":\"control\",\"generic\":true,"
    "\"initialAction\":\"trap\",\"group\":\"lldp\",\"metadata\":[\"input_port\"]},"
    "{\"id\":94,\"name\":\"runt_frame\",\"type\":\"drop\","
    "\"initialAction\":\"drop\",\"group\":\"hub_drops\",\"metadata\":[\"input_port\"]}]},"
    /* The kit has frames for the generic traps; it cannot know what hits a trap of our own. */
    "\"scenarios\":[{\"name\":\"runt_frame/eight-bytes\",\"trap\":\"runt_frame\","
    "\"title\":\"A frame that ends within the source address.\","
    "\"arrivals\":[{\"port\":1,\"frame\":\"0200000000010200\",\"what\":\"a runt\",\"trap\":\"runt_frame\","
    "\"departures\":[{\"port\":2,\"frame\":\"0200000000010200\"},{\"port\":3,\"frame\":\"0200000000010200\"},"
    "{\"port\":4,\"frame\":\"0200000000010200\"}]}]}]}";

/* The value of a key: what stands behind "KEY": in the line, without a quote at its beginning. */
static const char *value(const char *key)
{
	char wanted[64];
	const char *found;

	snprintf(wanted, sizeof(wanted), "\"%s\":", key);
	found = strstr(line, wanted);
	if (!found) {
		fprintf(stderr, "no %s in %s\n", key, line);
		exit(1);
	}
	found += strlen(wanted);
	return *found == '"' ? found + 1 : found;
}

/* Whether the value of a key is this string. */
static int is(const char *key, const char *string)
{
	const char *found = value(key);
	size_t length = strlen(string);

	return !strncmp(found, string, length) && found[length] == '"';
}

/* Which of some names the value of a key is. */
static int which(const char *key, const char *const *names, int count)
{
	for (int i = 0; i < count; i++) {
		if (is(key, names[i]))
			return i;
	}
	fprintf(stderr, "unknown %s in %s\n", key, line);
	exit(1);
}

static int starts(const char *hex, size_t length, size_t byte, const char *digits)
{
	return length >= 2 * byte + strlen(digits) && !strncmp(hex + 2 * byte, digits, strlen(digits));
}

/* The trap that a frame hits, or -1: protocols come before drops. */
static int hit(const char *hex, size_t length)
{
	if (length < 2 * 14)
		return RUNT_FRAME;
	if (starts(hex, length, 0, "0180c200000e") && starts(hex, length, 12, "88cc"))
		return LLDP;
	/* the lowest bit of the source address's first byte is in its second digit */
	if (strchr("13579bdf", hex[2 * 6 + 1]))
		return SOURCE_MAC_IS_MULTICAST;
	return -1;
}

static void receive(void)
{
	int port = atoi(value("port"));
	const char *frame = value("frame");
	int length = (int)strcspn(frame, "\"");
	int trap = hit(frame, (size_t)length);
	enum action action = trap < 0 ? MIRROR : actions[trap];

	if (action == DROP)
		dropped[trap]++;
	else if (trap >= 0) /* the CPU's copy, from which all of them reach devlink */
		printf("{\"type\":\"Report\",\"trap\":\"%s\",\"port\":%d,\"frame\":\"%.*s\"}\n", trap_names[trap], port,
		       length, frame);
	if (action == MIRROR) { /* trap: the CPU has the sole copy; drop: nobody has one */
		for (int other = 1; other <= PORTS; other++) {
			if (other != port)
				printf("{\"type\":\"Transmit\",\"port\":%d,\"frame\":\"%.*s\"}\n", other, length, frame);
		}
	}
}

/* A new device, or a new life of one: nothing is left of what was before. */
static void start(void)
{
	actions[SOURCE_MAC_IS_MULTICAST] = DROP;
	actions[LLDP] = TRAP;
	actions[RUNT_FRAME] = DROP;
	memset(dropped, 0, sizeof(dropped));
}

int main(void)
{
	while (fgets(line, sizeof(line), stdin)) {
		const char *answer = "{\"type\":\"Answer\"}";

		if (is("type", "Hello")) {
			answer = hello;
		} else if (is("type", "New")) {
			start();
			answer = "{\"type\":\"Ready\"}";
		} else if (is("type", "Start")) {
			start();
		} else if (is("type", "TrapActionSet")) {
			actions[which("trap", trap_names, TRAPS)] = (enum action)which("action", action_names, ACTIONS);
		} else if (is("type", "TrapDropped")) {
			printf("{\"type\":\"Counter\",\"value\":%lld}\n", dropped[which("trap", trap_names, TRAPS)]);
			answer = NULL;
		} else if (is("type", "Receive")) {
			receive();
		} else {
			fprintf(stderr, "what is %s\n", line);
			return 1;
		}
		if (answer)
			puts(answer);
		fflush(stdout); /* the kit waits for the answer */
	}
	return 0;
}
