// Each element stands alone and may be taken out: the pages work without any of them.
import './copyCode/copy.element.ts';
import './errorSummary/errorSummary.element.ts';
import './fileField/fileField.element.ts';
import './flash/flash.element.ts';
import './form/autosave.element.ts';
import './form/keepTyped.element.ts';
import './form/submitOnce.element.ts';
import './printButton/print.element.ts';
import './progressBar/live.element.ts';
import './quickExit/quickExit.element.ts';
import './textArea/characterCount.element.ts';
