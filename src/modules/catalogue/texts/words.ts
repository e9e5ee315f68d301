import type { Language } from '#platform/i18n/index.ts';
import type { AccessibilityFeature, LimitUnit, Mode } from '../domain/codes.ts';
import { catalogueTexts } from './index.ts';

export const modeInWords = (mode: Mode, lang: Language): string => catalogueTexts.in(lang)(`card.modeName.${mode}`);
export const accessibilityInWords = (feature: AccessibilityFeature, lang: Language): string =>
  catalogueTexts.in(lang)(`card.feature.${feature}`);
/** "3 wizyty": so many of what services are counted in. */
export const countInWords = (count: number, unit: LimitUnit, lang: Language): string => catalogueTexts.in(lang)(`unit.${unit}`, { count });
