import { shuffleWithinLabels, smoothTargets } from "../../data/softTargets.js";
import type { Network } from "../../models/network.js";
import { seededStream } from "../../random/seededStream.js";
import { type Classroom, firstRows } from "./classroom.js";
import { CLASSES } from "./digitExam.js";
import type { DigitStudy } from "./digitStudy.js";

/** Teachers of an ensemble. */
export const ENSEMBLE = 4;
/** Label smoothing, the literature's usual amount. */
const EPSILON = 0.1;
/** Ridges of the regularised networks, chosen on the validation digits: for clean labels and for noisy ones. */
const RIDGE = 0.001;
const NOISY_RIDGE = 0.003;
/** The small student: 8 hidden units for the teacher's 32. */
const SMALL = { hidden: [8], epochs: 25 };

const smoothed = ({ targets }: Classroom) => smoothTargets(targets, CLASSES, EPSILON);
const shuffled = ({ labels }: Classroom, taught: Float64Array) =>
  shuffleWithinLabels(taught, labels, seededStream("self-distillation/shuffle"));

async function ensembleOf(
  { learn, targets }: Classroom,
  options: Parameters<Classroom["learn"]>[2] = {},
): Promise<Network[]> {
  const teachers: Network[] = [];
  for (let k = 0; k < ENSEMBLE; k++) teachers.push(await learn(`teacher ${k}`, targets, options));
  return teachers;
}

/** The arms that both studies of equal sizes have. All students start from the same weights, which are not the teachers'. */
async function equalSizes(classroom: Classroom, ridge: number) {
  const { learn, teach, grade, targets } = classroom;
  const teachers = await ensembleOf(classroom);
  const taught = teach(teachers.slice(0, 1));
  const student = async (lesson: Float64Array, options = {}) =>
    grade(await learn("student", lesson, options));
  return {
    student,
    taught,
    byLabels: {
      plain: await student(targets),
      ridge: await student(targets, { l2: ridge }),
      smoothed: await student(smoothed(classroom)),
    },
    byTeachers: { self: await student(taught), fromEnsemble: await student(teach(teachers)) },
    themselves: { teacher: grade(teachers[0]), ensemble: grade(...teachers) },
  };
}

type EqualSizesArm =
  | "plain"
  | "ridge"
  | "smoothed"
  | "self"
  | "fromEnsemble"
  | "teacher"
  | "ensemble";

/**
 * Students of the teacher's own size on 2000 labelled digits. `self` learns the teacher's distributions alone (alpha =
 * infinity), `mixed` their mean with the labels (alpha = 1); `ridge` learns the labels with a penalty on its weights.
 */
export const SAME_SIZE: DigitStudy<EqualSizesArm | "shuffled" | "mixed"> = {
  name: "same size",
  classroom: { examples: 2000 },
  networks: ENSEMBLE + 7,
  async run(classroom) {
    const { student, taught, ...arms } = await equalSizes(classroom, RIDGE);
    const { targets } = classroom;
    return {
      ...arms.byLabels,
      shuffled: await student(shuffled(classroom, taught)),
      mixed: await student(taught.map((q, i) => (q + targets[i]) / 2)),
      ...arms.byTeachers,
      ...arms.themselves,
    };
  },
};

/**
 * A small student of a larger teacher on 2000 labelled digits; `unlabelled` has the teacher's distributions on the
 * other 2000 images of the pool as well, in half as many passes.
 */
export const SMALL_STUDENT: DigitStudy<
  "plain" | "smoothed" | "shuffled" | "distilled" | "unlabelled" | "teacher"
> = {
  name: "small student",
  classroom: { examples: 2000 },
  networks: 6,
  async run(classroom) {
    const { learn, teach, grade, targets, allInputs } = classroom;
    const teacher = await learn("teacher", targets);
    const taught = teach([teacher], { inputs: allInputs });
    const known = firstRows(taught, classroom.labels.length);
    const student = (lesson: Float64Array) => learn("student", lesson, SMALL);
    const half = { ...SMALL, epochs: SMALL.epochs / 2, inputs: allInputs };
    return {
      plain: grade(await student(targets)),
      smoothed: grade(await student(smoothed(classroom))),
      shuffled: grade(await student(shuffled(classroom, known))),
      distilled: grade(await student(known)),
      unlabelled: grade(await learn("student", taught, half)),
      teacher: grade(teacher),
    };
  },
};

/** Share of labels drawn anew in the study of noisy labels. */
const NOISE = 0.3;

/** The teacher's own size again, with 30 % of the labels drawn anew. */
export const NOISY_LABELS: DigitStudy<EqualSizesArm> = {
  name: "noisy labels",
  classroom: { examples: 2000, noise: NOISE },
  networks: ENSEMBLE + 5,
  async run(classroom) {
    const { byLabels, byTeachers, themselves } = await equalSizes(classroom, NOISY_RIDGE);
    return { ...byLabels, ...byTeachers, ...themselves };
  },
};

/** With few labels a pass is short: more passes, smaller batches. */
const FEW = { epochs: 50, batchSize: 25 };
/** Passes over the 4000 images of the whole pool. */
const POOL_EPOCHS = 10;

/** 100 labelled digits and 3900 without labels: who may look at the images without labels, and through whose eyes. */
export const FEW_LABELS: DigitStudy<
  "plain" | "ensembleLabelled" | "selfPool" | "ensemblePool" | "teacher" | "ensemble"
> = {
  name: "few labels",
  classroom: { examples: 100 },
  networks: ENSEMBLE + 4,
  async run(classroom) {
    const { learn, teach, grade, targets, allInputs: inputs } = classroom;
    const teachers = await ensembleOf(classroom, FEW);
    const onPool = { inputs, epochs: POOL_EPOCHS };
    return {
      plain: grade(await learn("student", targets, FEW)),
      ensembleLabelled: grade(await learn("student", teach(teachers), FEW)),
      selfPool: grade(await learn("student", teach(teachers.slice(0, 1), { inputs }), onPool)),
      ensemblePool: grade(await learn("student", teach(teachers, { inputs }), onPool)),
      teacher: grade(teachers[0]),
      ensemble: grade(...teachers),
    };
  },
};
