/** A box around Poland in degrees of WGS84, a little wider than the country (GUS: 49°00′–54°50′ N, 14°07′–24°09′ E). */
const box = { south: 48.9, north: 55, west: 14, east: 24.3 } as const;

/** Whether a point may lie in Poland; points of neighbours near the border pass. */
export function mayBeInPoland({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): boolean {
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
}
