package packettrap.explorer.tlc;

import java.util.function.Consumer;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.util.BitVector;
import tlc2.util.IStateWriter;

/** Sits where TLC writes its state graph, and hands on each edge. */
final class EdgeWriter implements IStateWriter {
  private final Consumer<Edge> visitor;

  EdgeWriter(Consumer<Edge> visitor) {
    this.visitor = visitor;
  }

  @Override
  public void writeState(TLCState state) {}

  @Override
  public void writeState(TLCState state, TLCState successor, boolean successorStateIsNew) {
    throw new IllegalStateException("TLC wrote an edge without its action");
  }

  @Override
  public void writeState(
      TLCState state, TLCState successor, boolean successorStateIsNew, Action action) {
    visitor.accept(new Edge(state, action, successor, successorStateIsNew));
  }

  @Override
  public void writeState(
      TLCState state, TLCState successor, boolean successorStateIsNew, Visualization kind) {}

  @Override
  public void writeState(
      TLCState state,
      TLCState successor,
      BitVector actionChecks,
      int from,
      int length,
      boolean successorStateIsNew) {}

  @Override
  public void writeState(
      TLCState state,
      TLCState successor,
      BitVector actionChecks,
      int from,
      int length,
      boolean successorStateIsNew,
      Visualization kind) {}

  @Override
  public void close() {}

  @Override
  public String getDumpFileName() {
    return "";
  }

  @Override
  public boolean isNoop() {
    return false;
  }

  /** TLC names the action of an edge only to one that draws. */
  @Override
  public boolean isDot() {
    return true;
  }

  @Override
  public void snapshot() {}
}
