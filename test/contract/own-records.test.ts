import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { ownRecordsContract } from '#test/contract/own-records.contract';

const dynamo = dynamoForThisFile();

ownRecordsContract('memory', async () => memoryStores());
ownRecordsContract('DynamoDB', dynamo.fresh);
