import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { exceptionsContract } from '#test/contract/exceptions.contract';

const dynamo = dynamoForThisFile();

exceptionsContract('memory', async () => memoryStores());
exceptionsContract('DynamoDB', dynamo.fresh);
