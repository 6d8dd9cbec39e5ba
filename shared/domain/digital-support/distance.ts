/** A place on earth, in degrees of WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth. */
const EARTH_KM = 6371.0088;

/** Kilometres between two places in a straight line over the ground (haversine). */
export function kilometresBetween(a: Point, b: Point): number {
  const north = haversine(b.latitude - a.latitude);
  const east = haversine(b.longitude - a.longitude);
  const share = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, share)));
}

function haversine(degrees: number): number {
  return Math.sin(radians(degrees) / 2) ** 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
