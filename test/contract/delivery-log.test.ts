import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { deliveryLogWakeContract } from '#test/contract/delivery-log-wake.contract';
import { deliveryLogContract } from '#test/contract/delivery-log.contract';

const dynamo = dynamoForThisFile();

deliveryLogContract('memory', async () => memoryStores());
deliveryLogContract('DynamoDB', dynamo.fresh);
deliveryLogWakeContract('memory', async () => memoryStores());
deliveryLogWakeContract('DynamoDB', dynamo.fresh);
