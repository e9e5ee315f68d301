import type { Child } from 'hono/jsx';

/** Drawings of the fourteen areas of the Act, by the area's code. */
const drawings: Readonly<Record<string, Child>> = {
  PRO_FAMILY: (
    <>
      <circle cx="8" cy="7" r="3" />
      <circle cx="16.5" cy="8.5" r="2.5" />
      <path d="M2.5 20c.4-5 2.5-7 5.5-7s4.4 1.5 5 4m0 3c.2-4 1.5-6 3.5-6s4.3 1.8 5 6" />
    </>
  ),
  FAMILY_SUPPORT: (
    <>
      <path d="M3.5 11 12 4l8.5 7" />
      <path d="M5.5 9.5v11h13v-11" />
      <path d="M12 17.5l-2.7-2.6a1.7 1.7 0 0 1 2.5-2.4l.2.3.2-.3a1.7 1.7 0 0 1 2.5 2.4z" />
    </>
  ),
  FOSTER_CARE: (
    <>
      <path d="M12 12.5 9 9.6a2 2 0 0 1 3-2.7 2 2 0 0 1 3 2.7z" />
      <path d="M3 14.5c2.5-1 4.5-.5 6.5 1H13a1.5 1.5 0 0 1 0 3H9.5m4.5-.5 5.2-2.7a1.5 1.5 0 0 1 1.6 2.5L14.5 21 3 20" />
    </>
  ),
  SOCIAL_ASSISTANCE: <path d="M12 20.5 4.2 12.8a4.8 4.8 0 0 1 6.8-6.8l1 1 1-1a4.8 4.8 0 0 1 6.8 6.8z" />,
  HEALTH: (
    <>
      <rect x="3.5" y="3.5" width="17" height="17" rx="4" />
      <path d="M12 8v8m-4-4h8" />
    </>
  ),
  DISABILITY: (
    <>
      <circle cx="11" cy="4.5" r="1.7" />
      <path d="M11 8.5v6h5l2.5 5M11 11h4.5" />
      <path d="M8.5 12.2a5 5 0 1 0 6.2 6.3" />
    </>
  ),
  EDUCATION: (
    <>
      <path d="m12 5 9.5 4.5L12 14 2.5 9.5z" />
      <path d="M6.5 11.5v5c3 2.5 8 2.5 11 0v-5M21.5 9.5v6" />
    </>
  ),
  UNEMPLOYMENT: (
    <>
      <rect x="3" y="7.5" width="18" height="12.5" rx="2" />
      <path d="M9 7.5V5h6v2.5M3 13h18M12 12v2.5" />
    </>
  ),
  CULTURE: (
    <>
      <path d="M4 5.5c3 1 6 1 9 0v6a4.5 4.5 0 0 1-9 0z" />
      <path d="M7 9h.1m3 0h.1M6.8 12.2a2.3 2.3 0 0 0 3.5 0M13 10.5c2.5.6 4.8.5 7-.3v5a4 4 0 0 1-8 1" />
    </>
  ),
  SPORT_TOURISM: (
    <>
      <circle cx="6" cy="16" r="4" />
      <circle cx="18" cy="16" r="4" />
      <path d="m6 16 4-7h6l2 7m-8-7 3.5 7H6M8.5 6H11m3-1h2.5l-.5 4" />
    </>
  ),
  CIVIC: (
    <>
      <path d="M4 10v4.5h3l7 4v-12l-7 3.5z" />
      <path d="M17.5 9.5a4 4 0 0 1 0 5.5M8 15v4.5h2.5" />
    </>
  ),
  HOUSING: (
    <>
      <path d="M4 20.5V9l6-4.5L16 9v11.5z" />
      <path d="M16 12h4v8.5h-4M8.5 20.5v-5h3v5M8.5 11h3" />
    </>
  ),
  ENVIRONMENT: (
    <>
      <path d="M5 19.5C4 10 9 5 20 4.5c.5 10-4 15.5-12.5 14" />
      <path d="M4 21c2-5 5-8 9.5-10" />
    </>
  ),
  REINTEGRATION: (
    <>
      <path d="M7 20.5c-3-2-4-5.5-3-9s4-6 7.5-6.2M9 3l2.7 2.3L9.5 8" />
      <path d="M17 3.5c3 2 4 5.5 3 9s-4 6-7.5 6.2M15 21l-2.7-2.3L14.5 16" />
    </>
  ),
};

/** Codes that have a drawing. */
export const areaIconCodes: readonly string[] = Object.keys(drawings);

/** The drawing of an area; a plain ring for an unknown code. */
export function AreaIcon({ code }: { readonly code: string }) {
  return (
    <svg
      class="ok-icon ok-icon-large"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[code] ?? <circle cx="12" cy="12" r="8" />}
    </svg>
  );
}
