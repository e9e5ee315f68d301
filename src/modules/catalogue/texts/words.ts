import type { Language } from '#platform/i18n/index.ts';
import type { AccessibilityFeature, Mode } from '../domain/codes.ts';
import { catalogueTexts } from './index.ts';

export const modeInWords = (mode: Mode, lang: Language): string => catalogueTexts.in(lang)(`card.modeName.${mode}`);
export const accessibilityInWords = (feature: AccessibilityFeature, lang: Language): string =>
  catalogueTexts.in(lang)(`card.feature.${feature}`);
