import { auditsNothing, centreDoor, file, page, platformDoor, publicDoor } from '#platform/http/index.ts';
import { AccessibilityPage } from './AccessibilityPage.tsx';
import { PrivacyPage } from './PrivacyPage.tsx';
import { statementDates } from './statementDates.ts';

const open = { method: 'GET', may: publicDoor('no personal data'), audit: auditsNothing('no personal data') } as const;

export const accessibilityOfCentre = centreDoor({
  ...open,
  path: '/dostepnosc',
  handle: (c) => page(<AccessibilityPage c={c} dates={statementDates} />),
});
export const privacyOfCentre = centreDoor({ ...open, path: '/prywatnosc', handle: (c) => page(<PrivacyPage c={c} />) });

/** The same for the page where a centre is chosen. */
export const accessibility = platformDoor({
  ...open,
  path: '/dostepnosc',
  handle: (c) => page(<AccessibilityPage c={c} dates={statementDates} />),
});
export const privacy = platformDoor({ ...open, path: '/prywatnosc', handle: (c) => page(<PrivacyPage c={c} />) });

/** Search engines may read the portals, nothing else; of a demonstration nothing at all. */
export const robots = platformDoor({
  ...open,
  path: '/robots.txt',
  handle(c) {
    const closed = ['/*/praca', '/*/wykonawca', '/*/odpowiedz', '/*/moja-sprawa', '/*/zgloszenie', '/*/potrzeba', '/*/logowanie', '/ui'];
    const lines = c.world.isDemo ? ['Disallow: /'] : closed.map((path) => `Disallow: ${path}`);
    const text = `User-agent: *\n${lines.join('\n')}\n`;
    return file(new TextEncoder().encode(text), 'text/plain; charset=utf-8', 'robots.txt', { inline: true });
  },
});
