export { placeOrders, type NewOrderInput, type PlacingRefusal } from './usecases/placeOrders.ts';
export { changeOrderStatus, type ChangeRefusal, type OrderChangeInput } from './usecases/changeOrder.ts';
export { recordDelivered, type DeliveredInput } from './usecases/deliveries.ts';
export { closeOwnMonth, getOwnMonth } from './usecases/months.ts';
export { getOrder, type OrderFile } from './usecases/orderFile.ts';
export { sumDelivered } from './usecases/sumDelivered.ts';
export { watchAnswers } from './usecases/watchAnswers.ts';
export type { OrderStatus, StatusReason } from './domain/orderStates.ts';
export type { DeliveryUnit } from './domain/deliveries.ts';
