export { fileRequest, type FiledRequest, type FilingRefusal } from './usecases/fileRequest.ts';
export type { Channel, ServiceRequest } from './usecases/serviceRequest.ts';
export { reportNeed, type NeedReport, type ReportedNeed } from './usecases/reportNeed.ts';
export { listRequestsOfCase, type ConsentRow, type RequestRow } from './usecases/requestsOfCase.ts';
