export { placeOrders, type NewOrderInput, type PlacingRefusal } from './usecases/placeOrders.ts';
export { changeOrderStatus, type ChangeRefusal, type OrderChangeInput } from './usecases/changeOrder.ts';
export { confirmDelivered, correctDelivered, recordDelivered, type DeliveredInput } from './usecases/deliveries.ts';
export { closeOwnMonth, getOwnMonth, reopenProviderMonth } from './usecases/months.ts';
export { getOrder, listFilesOfCase, type OrderFile } from './usecases/orderFile.ts';
export { sumDelivered } from './usecases/sumDelivered.ts';
export { watchAnswers } from './usecases/watchAnswers.ts';
export { orderStatuses, type OrderStatus, type StatusReason } from './domain/orderStates.ts';
export type { DeliveryUnit } from './domain/deliveries.ts';
