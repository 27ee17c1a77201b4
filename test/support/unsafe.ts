import { JSDOM } from "jsdom";
import { LIVE_TYPE } from "../../lib/browser/liveOutput.js";
import { figuresIn, joined, type Output } from "./committedOutputs.js";

const { DOMParser } = new JSDOM("").window;

/** What a figure may be drawn with: no script, link, embedded document or animation. */
const SVG_ELEMENTS = new Set(
  "svg style g rect circle line path text tspan title clipPath defs".split(" "),
);
const IMAGE_ATTRIBUTES = new Set(["src", "alt", "width", "height"]);
const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** Addresses of any kind but the fragments of the document itself. */
const ADDRESS = /[a-z][a-z+.-]*:\/\/|javascript:|\bdata:|@import|url\((?!["']?#)/i;

function unsafeInText(text: string): string[] {
  const found = [/<\/?[a-z][^>]*>/i, /\]\([^)]*\)/, ADDRESS].map((pattern) => pattern.exec(text));
  return found.flatMap((match) => (match ? [`text: ${match[0]}`] : []));
}

function unsafeInSvg(svg: string): string[] {
  const page = new DOMParser().parseFromString(svg, "image/svg+xml");
  const outside = Array.from(page.childNodes).filter((node) => node !== page.documentElement);
  const complaints = outside.map((node) => `SVG: ${node.nodeName} outside the drawing`);
  for (const element of page.querySelectorAll("*")) {
    if (!SVG_ELEMENTS.has(element.localName) || element.namespaceURI !== SVG_NAMESPACE)
      complaints.push(`SVG: <${element.nodeName}>`);
    for (const { name, value } of element.attributes) {
      const isNamespace = name === "xmlns" && value === SVG_NAMESPACE;
      if (/^on|href$/i.test(name) || (!isNamespace && ADDRESS.test(value)))
        complaints.push(`SVG: ${name}="${value}"`);
    }
    if (element.localName === "style" && ADDRESS.test(element.textContent ?? ""))
      complaints.push(`SVG: <style> ${element.textContent}`);
  }
  return complaints;
}

/** An HTML output of ours is figures, and a plain line under those of a live figure. */
function unsafeInHtml(html: string): string[] {
  const { body, head } = new DOMParser().parseFromString(html, "text/html");
  const complaints = Array.from(head.children, (element) => `HTML: <${element.localName}>`);
  for (const element of body.querySelectorAll("*")) {
    if (!["img", "p"].includes(element.localName)) complaints.push(`HTML: <${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (element.localName !== "img" || !IMAGE_ATTRIBUTES.has(name))
        complaints.push(`HTML: ${name}="${value}"`);
      if (name === "src" && !/^data:image\/svg\+xml,[^<>"]+$/.test(value))
        complaints.push(`HTML: src="${value.slice(0, 80)}"`);
    }
  }
  return [...complaints, ...figuresIn(html).flatMap(unsafeInSvg)];
}

/** A live figure's code is the cell's own; it must name nothing but the library, and nothing of a page. */
function unsafeInLive(live: unknown): string[] {
  const code = (live as { code: string[] }).code.join("\n");
  const reach =
    /\b(globalThis|window|document|fetch|import|eval|Function|location|XMLHttpRequest|navigator)\b/;
  return [reach, ADDRESS].flatMap(
    (pattern) => pattern.exec(code)?.map((word) => `live: ${word}`) ?? [],
  );
}

const CHECKS: Record<string, (text: string) => string[]> = {
  "text/html": unsafeInHtml,
  "image/svg+xml": unsafeInSvg,
  "text/markdown": unsafeInText,
  "text/plain": unsafeInText,
};

/** What in an output could run, load or lead anywhere. Outputs of other kinds than ours are unsafe as such. */
export function unsafeIn(output: Output): string[] {
  if (output.output_type === "stream") return unsafeInText(joined(output.text ?? ""));
  return Object.entries(output.data ?? { [output.output_type]: "" }).flatMap(([kind, text]) =>
    kind === LIVE_TYPE
      ? unsafeInLive(text)
      : kind in CHECKS
        ? CHECKS[kind](joined(text))
        : [`an output of the kind ${kind}`],
  );
}
