/**
 * From examples to the model. Regressions are fitted in rounds: the first sees streams in which every article lies where
 * it belongs, the next ones see streams as the model before left them, with its mistakes in them (DAgger: Ross, Gordon
 * and Bagnell, 2011).
 */
import type { Knowledge } from '../../../utils/story/features.ts';
import { CROSS_FEATURES, SAME_FEATURES } from '../../../utils/story/match/evidence.ts';
import type { Model } from '../../../utils/story/match/judge.ts';
import { readPairs } from '../../stories/pairs.ts';
import {
  crowdedStream,
  ownStream,
  type Pair,
  paraphraserPairs,
  tgcontestPairs,
  uciStream,
  uciStreamWithLeads,
  withEvents,
} from './corpora.ts';
import { type Examples, NOISE, pairExamples, streamExamples } from './examples.ts';
import { regress } from './logistic.ts';

const ROUNDS = 2;
/** Penalty of the regressions, in examples. */
const PENALTY = 2;

/**
 * Least probabilities, of headlines alone and of articles with leads: as strict as the project's own scenarios and its
 * ten days allow, since a wrong merge is worse than a missed one.
 */
const THRESHOLDS: Model['thresholds'] = {
  join: [0.56, 0.98],
  begin: [0.7, 0.984],
  link: { 'en-uk': [0.87, 0.9958], 'en-ru': [0.87, 0.9958], 'ru-uk': [0.9, 0.9958] },
  merge: 1,
  mergeCross: 0.5,
};
/** Those by which streams are played while learning: looser, so that mistakes are made that can be learned from. */
const LEARNING: Model['thresholds'] = {
  join: [0.5, 0.93],
  begin: [0.5, 0.93],
  link: { 'en-uk': [0.5, 0.96], 'en-ru': [0.5, 0.96], 'ru-uk': [0.7, 0.97] },
  merge: 0.9,
  mergeCross: 0.5,
};

/** Measures that may only speak against, that may do either, and that are left out; all others may only speak for. */
const AGAINST = /^(no name|numbers conflict|places conflict|days conflict|gap|night|one term|size)/;
const EITHER = /^(few terms|single|leads|known in own)/;
const OUT = /^mean$/;

const signsOf = (names: readonly string[]): number[] =>
  names.map((name) => {
    if (OUT.test(name)) return 0;
    if (AGAINST.test(name)) return -1;
    return EITHER.test(name) ? 2 : 1;
  });

/** Learns a model; `tell` gets a line a step. */
export function learnModel(knowledge: Knowledge, tell: (line: string) => void): Model {
  const sets = [...streams(knowledge), ...pairs(knowledge)];
  let model = fitted(sets, LEARNING);
  for (let round = 1; round <= ROUNDS; round += 1) {
    tell(`round ${round}`);
    sets.push(...streams(knowledge, model));
    model = fitted(sets, LEARNING);
  }
  return { ...model, thresholds: THRESHOLDS };
}

function fitted(sets: readonly Examples[], thresholds: Model['thresholds']): Model {
  const same = regress(
    sets.flatMap((set) => set.same),
    PENALTY,
    signsOf(SAME_FEATURES),
  );
  const cross = regress(
    sets.flatMap((set) => set.cross),
    PENALTY,
    signsOf(CROSS_FEATURES),
  );
  return { same, cross, pair: same, thresholds };
}

/** Decisions of streams, as a teacher makes them or as a model does. */
function streams(knowledge: Knowledge, model?: Model): Examples[] {
  const bareCrowd = crowdedStream(NOISE, false);
  const bare = streamExamples(bareCrowd, knowledge, true, 1, model);
  const bareEvents = streamExamples(withEvents(bareCrowd), knowledge, true, 1, model);
  const withLeads = streamExamples(withEvents(crowdedStream(NOISE, true)), knowledge, true, 1, model);
  return [
    streamExamples(ownStream(), knowledge, true, 2, model),
    { same: bare.same, cross: bareEvents.cross },
    // Its leads are fair between languages alone.
    { same: [], cross: withLeads.cross },
    streamExamples(uciStream(), knowledge, false, 2, model),
    streamExamples(uciStreamWithLeads(), knowledge, false, 2, model),
  ];
}

function pairs(knowledge: Knowledge): Examples[] {
  const bareStream = ownStream().map((text) => ({ ...text, summary: '' }));
  return [
    pairExamples(paraphraserPairs(false), knowledge, 0.15),
    pairExamples(tgcontestPairs(), knowledge, 1),
    pairExamples(tgcontestPairs().map(bare), knowledge, 1),
    { same: [], cross: pairExamples(readPairs(), knowledge, 1).cross },
    streamExamples(bareStream, knowledge, true, 1),
  ];
}

function bare({ a, b, same }: Pair): Pair {
  return { a: { ...a, summary: '' }, b: { ...b, summary: '' }, same };
}
