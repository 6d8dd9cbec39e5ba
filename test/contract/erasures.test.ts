import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { erasuresContract } from '#test/contract/erasures.contract';

const dynamo = dynamoForThisFile();

erasuresContract('memory', async () => memoryStores());
erasuresContract('DynamoDB', dynamo.fresh);
