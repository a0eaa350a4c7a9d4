package packettrap.conformance.exhaustive;

import de.learnlib.acex.AcexAnalyzers;
import de.learnlib.algorithm.ttt.mealy.TTTLearnerMealy;
import de.learnlib.oracle.MembershipOracle.MealyMembershipOracle;
import de.learnlib.query.DefaultQuery;
import de.learnlib.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.transducer.MealyMachine;
import net.automatalib.word.Word;
import packettrap.conformance.Progress;
import packettrap.explorer.suite.Identifiers;
import packettrap.explorer.suite.Mealy;
import packettrap.explorer.suite.Suite;

/**
 * Learns the machine that answers come from (LearnLib's TTT), and tests each guess with two
 * complete test suites: the specification's and the guess's own.
 */
final class Learning {
  private final Answers answers;
  private final Suite usual;
  private final int inputs;
  private final int most;

  private TTTLearnerMealy<Integer, String> learner;
  private Mealy guess;

  /**
   * A learner.
   *
   * @param usual the specification's suite; the guess's own has as many extra states
   * @param most states at most
   */
  Learning(Answers answers, Suite usual, int inputs, int most) {
    this.most = most;
    this.answers = answers;
    this.usual = usual;
    this.inputs = inputs;
  }

  /** There are more states than can be learned. */
  static final class TooManyStates extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The machine; its outputs are words. */
  Mealy learn(Progress progress, String title) {
    Alphabet<Integer> alphabet = Alphabets.integers(0, inputs - 1);
    learner = new TTTLearnerMealy<>(alphabet, new Oracle(), AcexAnalyzers.BINARY_SEARCH_BWD);
    learner.startLearning();
    guess = table(learner.getHypothesisModel());
    int[] cost = new int[inputs];
    Arrays.fill(cost, 1);
    do {
      while (isRefined(usual, progress, title)) {
        // What is right in the end may have been wrong when its test was made.
      }
    } while (isRefined(
        new Suite(guess, new Identifiers(guess, cost), usual.extra()), progress, title));
    return guess;
  }

  /** Does all tests of a suite, and learns from each that shows the guess to be wrong. */
  private boolean isRefined(Suite suite, Progress progress, String title) {
    int states = guess.states();
    long[] done = {0};
    long tests = suite.tests();
    suite.each(
        (asked, length, more) -> {
          if (done[0]++ % 64 == 0) {
            progress.at(title + ", " + guess.states() + " states", done[0], tests);
          }
          List<String> answered = answers.fresh(asked, length);
          for (int wrong = wrong(asked, answered); wrong > 0; wrong = wrong(asked, answered)) {
            int[] sequence = Arrays.copyOf(asked, wrong);
            Word<String> seen = Word.fromList(answers.ask(sequence));
            answers.check(sequence, answered);
            learner.refineHypothesis(new DefaultQuery<>(word(sequence), seen));
            guess = table(learner.getHypothesisModel());
          }
          return true;
        });
    return guess.states() > states;
  }

  /** How many inputs it takes until the guess says otherwise than what was seen; 0: never. */
  private int wrong(int[] asked, List<String> answered) {
    int state = 0;
    for (int i = 0; i < answered.size(); i++) {
      if (!answered.get(i).equals(guess.shown(guess.output(state, asked[i])))) {
        return i + 1;
      }
      state = guess.next(state, asked[i]);
    }
    return 0;
  }

  private final class Oracle implements MealyMembershipOracle<Integer, String> {
    @Override
    public void processQueries(Collection<? extends Query<Integer, Word<String>>> queries) {
      for (Query<Integer, Word<String>> query : queries) {
        int[] asked = query.getInput().stream().mapToInt(input -> input).toArray();
        Word<String> answered = Word.fromList(answers.ask(asked));
        query.answer(answered.suffix(query.getSuffix().length()));
      }
    }
  }

  private static Word<Integer> word(int[] inputs) {
    return Word.fromList(Arrays.stream(inputs).boxed().toList());
  }

  private <S, T> Mealy table(MealyMachine<S, Integer, T, String> model) {
    if (model.size() > most) {
      throw new TooManyStates();
    }
    List<S> states = new ArrayList<>(model.getStates());
    Map<S, Integer> places = new HashMap<>();
    states.forEach(state -> places.put(state, places.size()));
    String[] output = {null};
    return Mealy.explore(
        new Mealy.Steps() {
          @Override
          public long initial() {
            return places.get(model.getInitialState());
          }

          @Override
          public long next(long state, int input) {
            T made = model.getTransition(states.get((int) state), input);
            output[0] = model.getTransitionOutput(made);
            return places.get(model.getSuccessor(made));
          }

          @Override
          public Object output() {
            return output[0];
          }
        },
        inputs,
        Integer.MAX_VALUE);
  }
}
