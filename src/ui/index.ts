export { Columns, PageHeader, Row, Section, Stack } from './arrangement/Arrangement.tsx';
export { BarChart } from './barChart/BarChart.tsx';
export type { Bar, BarChartProps } from './barChart/BarChart.tsx';
export { Breadcrumbs } from './breadcrumbs/Breadcrumbs.tsx';
export type { Crumb } from './breadcrumbs/Breadcrumbs.tsx';
export { Button, LinkButton } from './button/Button.tsx';
export type { ButtonProps, ButtonVariant, LinkButtonProps } from './button/Button.tsx';
export { Card, CardGrid, CardLink, CardList } from './card/Card.tsx';
export type { CardLinkProps, CardProps } from './card/Card.tsx';
export { CentreContact } from './centreContact/CentreContact.tsx';
export { Checkbox, CheckboxGroup, RadioGroup } from './choices/Choices.tsx';
export type { CheckboxGroupProps, CheckboxProps, Choice, RadioGroupProps } from './choices/Choices.tsx';
export { ConflictNotice } from './conflictNotice/ConflictNotice.tsx';
export type { ConflictNoticeProps } from './conflictNotice/ConflictNotice.tsx';
export { comparedFields } from './conflictNotice/comparedFields.ts';
export type { TypedFields } from './conflictNotice/comparedFields.ts';
export { CopyCode } from './copyCode/CopyCode.tsx';
export { CopyLink } from './copyCode/CopyLink.tsx';
export { DateField } from './dateField/DateField.tsx';
export { DefinitionGrid } from './definitionGrid/DefinitionGrid.tsx';
export type { Definition } from './definitionGrid/DefinitionGrid.tsx';
export { Details } from './details/Details.tsx';
export { EmptyState } from './emptyState/EmptyState.tsx';
export { ErrorSummary, errorOf } from './errorSummary/ErrorSummary.tsx';
export type { FieldError } from './errorSummary/ErrorSummary.tsx';
export { fieldId } from './field/Field.tsx';
export type { FieldProps } from './field/Field.tsx';
export { FieldGroup, FieldRow } from './fieldGroup/FieldGroup.tsx';
export { FileField } from './fileField/FileField.tsx';
export { FileList } from './fileList/FileList.tsx';
export type { ListedFile } from './fileList/FileList.tsx';
export { FilterForm } from './filterForm/FilterForm.tsx';
export { FixedField } from './fixedField/FixedField.tsx';
export { Flash } from './flash/Flash.tsx';
export type { FlashMessage } from './flash/Flash.tsx';
export { ForgetTyped, Form, FormActions, HiddenField } from './form/Form.tsx';
export type { FormProps } from './form/Form.tsx';
export { AreaIcon } from './icons/areaIcons.tsx';
export {
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
} from './icons/icons.tsx';
export { KeysetPager } from './keysetPager/KeysetPager.tsx';
export { Document } from './layouts/Document.tsx';
export { ErrorLayout } from './layouts/ErrorLayout.tsx';
export type { ErrorLayoutProps } from './layouts/ErrorLayout.tsx';
export { PortalLayout } from './layouts/PortalLayout.tsx';
export type { PortalLayoutProps } from './layouts/PortalLayout.tsx';
export { ProviderLayout, StaffLayout } from './layouts/StaffLayout.tsx';
export type { UserOnPage, WorkLayoutProps } from './layouts/StaffLayout.tsx';
export { Link } from './link/Link.tsx';
export { LinkedData } from './linkedData/LinkedData.tsx';
export { LinkPills } from './linkPills/LinkPills.tsx';
export { Notice } from './notice/Notice.tsx';
export type { NoticeProps, Tone } from './notice/Notice.tsx';
export { NumberField } from './numberField/NumberField.tsx';
export type { AssetLinks, CentreOnPage, PageFrame, Scheme } from './page/PageFrame.ts';
export { preferencesAddress } from './page/PageFrame.ts';
export { PeselField } from './peselField/PeselField.tsx';
export { PhoneLinks } from './phoneNumbers/PhoneLinks.tsx';
export { PhoneNumbers } from './phoneNumbers/PhoneNumbers.tsx';
export { PrintButton } from './printButton/PrintButton.tsx';
export { LIVE, LivePart } from './progressBar/LivePart.tsx';
export { ProgressBar } from './progressBar/ProgressBar.tsx';
export { QuickExit } from './quickExit/QuickExit.tsx';
export { SearchForm } from './searchForm/SearchForm.tsx';
export { SectionNav } from './sectionNav/SectionNav.tsx';
export type { NavItem } from './sectionNav/SectionNav.tsx';
export { SelectField } from './selectField/SelectField.tsx';
export type { Option } from './selectField/SelectField.tsx';
export { StatFigure, StatGrid } from './statFigure/StatFigure.tsx';
export { Steps } from './steps/Steps.tsx';
export { SummaryList } from './summaryList/SummaryList.tsx';
export type { SummaryRow } from './summaryList/SummaryList.tsx';
export { Table } from './table/Table.tsx';
export type { Column, Sort, TableProps } from './table/Table.tsx';
export { Tag, Tags } from './tag/Tag.tsx';
export type { TagTone } from './tag/Tag.tsx';
export { TaskList } from './taskList/TaskList.tsx';
export type { Task, TaskState } from './taskList/TaskList.tsx';
export { Heading, Lead, List, Paragraph, VisuallyHidden } from './text/Text.tsx';
export type { HeadingLevel, HeadingProps, HeadingSize } from './text/Text.tsx';
export { TextArea } from './textArea/TextArea.tsx';
export { TextDiff } from './textDiff/TextDiff.tsx';
export { TextField } from './textField/TextField.tsx';
export type { TextFieldProps } from './textField/TextField.tsx';
export { counted, LanguageContext, textsIn, useLang, useTexts } from './texts/texts.ts';
export type { UiTexts } from './texts/pl.ts';
export type { Lang } from './texts/texts.ts';
export { Timeline } from './timeline/Timeline.tsx';
export type { TimelineEntry } from './timeline/Timeline.tsx';
