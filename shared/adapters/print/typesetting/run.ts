import type { Face } from '#shared/adapters/print/typesetting/face';

export type Weight = 'regular' | 'bold';

/** The two faces a letter is set in. */
export type Faces = Readonly<Record<Weight, Face>>;

/** How a text is set; the size in points. */
export interface Style {
  readonly weight: Weight;
  readonly size: number;
}

/** A line of text in its place: points from the left and from the top of the sheet to where its baseline begins. */
export interface Run extends Style {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
}

/** Points from a line to the next in the faces of a letter, none added. */
export function lineHeight(faces: Faces, { weight, size }: Style): number {
  const { ascent, descent, unitsPerEm } = faces[weight];
  return (size * (ascent - descent)) / unitsPerEm;
}

/** A line whose top is at `top`. */
export function runAt(
  faces: Faces,
  style: Style,
  { text, left, top }: { text: string; left: number; top: number },
): Run {
  const { ascent, unitsPerEm } = faces[style.weight];
  return { ...style, text, left, baseline: top + (style.size * ascent) / unitsPerEm };
}

/** In points. */
export function widthOf(faces: Faces, { weight, size }: Style, text: string): number {
  const face = faces[weight];
  let units = 0;
  for (const character of text) units += face.advanceOf(face.glyphOf(character.codePointAt(0) ?? 0));
  return (size * units) / face.unitsPerEm;
}
