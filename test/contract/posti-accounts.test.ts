import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { postiAccountsContract } from '#test/contract/posti-accounts.contract';

const dynamo = dynamoForThisFile();

postiAccountsContract('memory', async () => memoryStores());
postiAccountsContract('DynamoDB', dynamo.fresh);
