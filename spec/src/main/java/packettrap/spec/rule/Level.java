package packettrap.spec.rule;

/** How binding a rule is, as in RFC 2119. */
public enum Level {
  /** Who breaks it is not conformant. */
  MUST,
  /** Who breaks it deviates, and may have a reason. */
  SHOULD,
  /** A freedom that is granted; nobody can break it. */
  MAY
}
