package packettrap.spec.rule;

/** The families of rules, in the order in which the specification tells them. */
public enum Family {
  REQ("Requests"),
  REG("Registration"),
  ACT("Trap actions"),
  GRP("Trap groups"),
  POL("Policers"),
  STA("Statistics"),
  MET("Metadata"),
  NTF("Notifications"),
  RLD("Reload"),
  MON("Drop monitor"),
  DRV("What a driver owes"),
  PKT("The way of a packet"),
  TRP("The generic traps, one by one");

  private final String title;

  Family(String title) {
    this.title = title;
  }

  /** The heading. */
  public String title() {
    return title;
  }
}
