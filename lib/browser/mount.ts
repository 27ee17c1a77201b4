import { type Drawing, drawerOf, htmlOf } from "./drawLive.js";
import { type Control, type LiveOutput, positionsOf, startOf, type Values } from "./liveOutput.js";
import { loadNumpy, NumpyMissing } from "./numpy.js";

/**
 * Makes a live figure of a picture of it: puts controls above what `element` holds, which is the HTML of the same output,
 * and draws again when one is moved. Only the newest values are drawn; where that fails the picture stays, with the error
 * beside it. Runs the code of the output: for outputs that the reader trusts.
 */
export function mountLive(element: HTMLElement, live: LiveOutput): void {
  const draw = drawerOf(live);
  const picture = make("div", {}, ...element.childNodes);
  const fault = make("p", { role: "alert" });
  const show = newestOnly(async (values: Values) => {
    try {
      await replacePicture(picture, htmlOf(await drawn(draw, values)));
      fault.textContent = "";
    } catch (error) {
      fault.textContent = (error as Error).message;
    }
  });
  element.replaceChildren(controlsOf(live, show), picture, fault);
}

async function drawn(draw: (values: Values) => Drawing, values: Values): Promise<Drawing> {
  try {
    return draw(values);
  } catch (error) {
    if (!(error instanceof NumpyMissing)) throw error;
    await loadNumpy();
    return draw(values);
  }
}

/** Once the new images can be painted, so that nothing flickers; a text is changed in place, so that it is read out. */
async function replacePicture(picture: HTMLElement, html: string): Promise<void> {
  const next = make("div", { innerHTML: html });
  const images = [...next.querySelectorAll("img")];
  await Promise.all(images.map((image) => image.decode()));
  const text = next.querySelector("p");
  const shown = picture.querySelector("p");
  if (text && shown) {
    shown.ariaLive = "polite";
    shown.textContent = text.textContent;
    text.replaceWith(shown);
  }
  picture.replaceChildren(...next.childNodes);
}

/** One at a time: of what was asked for meanwhile, only the last is done. */
function newestOnly<T>(work: (asked: T) => Promise<void>): (asked: T) => void {
  const waiting: T[] = [];
  let busy = false;
  return async (asked) => {
    waiting.push(asked);
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await work(waiting.splice(0).at(-1) as T);
    busy = false;
  };
}

function controlsOf(live: LiveOutput, show: (values: Values) => void): HTMLElement {
  const values = startOf(live);
  const rows = live.controls.map((control) => {
    const change = (value: string | number) => {
      values[control.name] = value;
      show({ ...values });
    };
    return rowOf(control, change);
  });
  const reset = make("button", { type: "button" }, "Reset");
  reset.onclick = () => {
    Object.assign(values, startOf(live));
    for (const { restart } of rows) restart();
    show({ ...values });
  };
  const group = make("div", { role: "group", ariaLabel: "Controls of the figure" });
  group.append(...rows.map(({ row }) => row), reset);
  // JupyterLab would take the arrow keys for its own; it asks the very element that has the focus.
  for (const control of group.querySelectorAll<HTMLElement>("input, select, button"))
    control.dataset.lmSuppressShortcuts = "true";
  group.style.cssText = "display: flex; flex-wrap: wrap; gap: 0.5em 1.5em; align-items: center;";
  return group;
}

interface Row {
  row: HTMLElement;
  /** Puts the control where it stood at first, without a word to anybody. */
  restart: () => void;
}

function rowOf(control: Control & { name: string }, change: (value: string | number) => void): Row {
  if (control.kind === "slider") return sliderRow(control.label ?? control.name, control, change);
  if (control.kind === "choice") return choiceRow(control.label ?? control.name, control, change);
  return reseedRow(control.label ?? "Another draw", control, change);
}

function sliderRow(
  label: string,
  control: Extract<Control, { kind: "slider" }>,
  change: (value: number) => void,
): Row {
  const positions = positionsOf(control);
  const input = make("input", { type: "range", min: "0", max: `${positions.length - 1}` });
  // The slider itself reads its value out.
  const value = make("span", { ariaHidden: "true" });
  value.style.cssText = `display: inline-block; min-width: ${widest(positions)}ch;`;
  const say = () => {
    const text = String(positions[input.valueAsNumber]);
    value.textContent = text;
    input.setAttribute("aria-valuetext", text);
  };
  const restart = () => {
    input.value = `${positions.indexOf(control.start)}`;
    say();
  };
  input.oninput = () => {
    say();
    change(positions[input.valueAsNumber]);
  };
  restart();
  return { row: make("div", {}, make("label", {}, `${label} `, input), " ", value), restart };
}

const widest = (values: readonly number[]) => Math.max(...values.map((v) => String(v).length));

function choiceRow(
  label: string,
  { options, start }: Extract<Control, { kind: "choice" }>,
  change: (value: string | number) => void,
): Row {
  const select = make("select", {}, ...options.map((option) => make("option", {}, `${option}`)));
  const restart = () => {
    select.selectedIndex = options.indexOf(start);
  };
  select.onchange = () => change(options[select.selectedIndex]);
  restart();
  return { row: make("div", {}, make("label", {}, `${label} `, select)), restart };
}

function reseedRow(
  label: string,
  { start }: Extract<Control, { kind: "reseed" }>,
  change: (value: number) => void,
): Row {
  const button = make("button", { type: "button" }, label);
  const value = make("output", {});
  let seed = start;
  const say = () => {
    value.textContent = ` seed ${seed}`;
  };
  const restart = () => {
    seed = start;
    say();
  };
  button.onclick = () => {
    seed++;
    say();
    change(seed);
  };
  restart();
  return { row: make("div", {}, button, value), restart };
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
