/**
 * The 22 accounts that later standards added to the 156 (leases, contract assets, expected credit loss, …).
 * No list gives them a code, and charts in use disagree; the code here is one often seen that is free among the 156.
 * A book may give its own: the element, not the code, says what an account is.
 *
 * One account a row: code, element, class, balance side, then its name in zh|en|ja. A table rather than code, so that an
 * accountant can hold it against the printed list.
 */
export const CAS_LATER_ACCOUNTS = `
1102 ShortTermInvestments asset debit 短期投资|Short-term investments|短期投資
1124 ReceivablesFinancing asset debit 应收款项融资|Receivables financing|売掛債権ファイナンス
1410 ContractFulfilmentCost cost debit 合同履约成本|Costs to fulfil a contract|契約履行コスト
1481 ContractAssets asset debit 合同资产|Contract assets|契約資産
1491 AssetsHeldForSale asset debit 持有待售资产|Assets held for sale|売却目的保有資産
1504 DebtInvestments asset debit 债权投资|Debt investments|債権投資
1505 OtherDebtInvestments asset debit 其他债权投资|Other debt investments|その他の債権投資
1513 OtherEquityInvestments asset debit 其他权益工具投资|Other equity instrument investments|その他の持分金融商品投資
1641 RightOfUseAssets asset debit 使用权资产|Right-of-use assets|使用権資産
1642 RightOfUseDepreciation asset credit 使用权资产累计折旧|Accumulated depreciation of right-of-use assets|使用権資産減価償却累計額
1643 RightOfUseImpairment asset credit 使用权资产减值准备|Impairment of right-of-use assets|使用権資産減損損失累計額
1731 CapitalisedDevelopmentCost asset debit 开发支出|Capitalised development cost|開発費
2204 ContractLiabilities liability credit 合同负债|Contract liabilities|契約負債
2245 LiabilitiesHeldForSale liability credit 持有待售负债|Liabilities held for sale|売却目的保有負債
2402 NonCurrentLiabilitiesDueWithinYear liability credit 一年内到期的非流动负债|Non-current liabilities due within one year|一年内返済予定の固定負債
2651 LeaseLiabilities liability credit 租赁负债|Lease liabilities|リース負債
4003 OtherComprehensiveIncome equity credit 其他综合收益|Other comprehensive income|その他の包括利益
4106 OtherEquityInstruments equity credit 其他权益工具|Other equity instruments|その他の持分金融商品
4301 SpecialReserve equity credit 专项储备|Special reserve|特別準備金
6115 AssetDisposalGainsAndLosses pnl credit 资产处置损益|Gains and losses on asset disposal|資産処分損益
6117 OtherIncome pnl credit 其他收益|Other income|その他の収益
6721 CreditImpairmentLoss pnl debit 信用减值损失|Credit impairment loss|信用減損損失
`;
