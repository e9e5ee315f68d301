import type { Example } from '#ui/gallery/Example.ts';
import { AreaIcon, areaIconCodes } from './areaIcons.tsx';
import {
  ArrowLeftIcon,
  ArrowRightIcon,
  CalendarIcon,
  ChartIcon,
  CheckIcon,
  ClockIcon,
  CopyIcon,
  DocumentIcon,
  ExitIcon,
  EyeIcon,
  HandshakeIcon,
  InboxIcon,
  KeyIcon,
  MailIcon,
  PeopleIcon,
  PersonIcon,
  PhoneIcon,
  PlaceIcon,
  PlusIcon,
  PrintIcon,
  SearchIcon,
  WindowMark,
} from './icons.tsx';

const actions = [
  SearchIcon,
  ArrowLeftIcon,
  ArrowRightIcon,
  PrintIcon,
  CopyIcon,
  ExitIcon,
  PhoneIcon,
  MailIcon,
  PlaceIcon,
  ClockIcon,
  CalendarIcon,
  PersonIcon,
  PeopleIcon,
  DocumentIcon,
  CheckIcon,
  PlusIcon,
  InboxIcon,
  ChartIcon,
  KeyIcon,
  EyeIcon,
  HandshakeIcon,
];

export const examples: readonly Example[] = [
  {
    name: 'obszary',
    show: () => (
      <div class="ok-row">
        {areaIconCodes.map((code) => (
          <AreaIcon code={code} />
        ))}
      </div>
    ),
  },
  {
    name: 'czynności',
    show: () => (
      <div class="ok-row">
        <WindowMark />
        {actions.map((Drawing) => (
          <Drawing large />
        ))}
      </div>
    ),
  },
];
