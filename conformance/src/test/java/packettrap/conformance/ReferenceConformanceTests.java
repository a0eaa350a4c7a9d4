package packettrap.conformance;

import packettrap.conformance.junit.TrapConformance;
import packettrap.reference.ReferenceDriver;
import packettrap.spec.device.TrapDriver;

/** The reference in a build of its own, as anyone's driver would be. */
class ReferenceConformanceTests extends TrapConformance {
  @Override
  protected TrapDriver driver() {
    return new ReferenceDriver();
  }
}
