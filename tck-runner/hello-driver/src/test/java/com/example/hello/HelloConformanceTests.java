package com.example.hello;

import packettrap.conformance.junit.TrapConformance;
import packettrap.spec.device.TrapDriver;

/** The driver keeps the rules. */
class HelloConformanceTests extends TrapConformance {
  @Override
  protected TrapDriver driver() {
    return new HelloDriver();
  }
}
