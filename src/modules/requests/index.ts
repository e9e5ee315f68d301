export { fileRequest, type Channel, type FiledRequest, type FilingRefusal, type ServiceRequest } from './usecases/fileRequest.ts';
export { reportNeed, type NeedReport, type ReportedNeed } from './usecases/reportNeed.ts';
export { listConsentsOfCase, listRequestsOfCase, type ConsentRow, type RequestRow } from './usecases/requestsOfCase.ts';
