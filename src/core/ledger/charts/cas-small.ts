/**
 * The 66 general-ledger accounts of the small-enterprise accounting standard (财会[2011]17号). Its codes collide with those of
 * the enterprise standard (4001 is production cost here and paid-in capital there), which is why elements, not codes, are identity.
 *
 * One account a row: code, element, class, balance side, then its name in zh|en|ja. A table rather than code, so that an
 * accountant can hold it against the printed list.
 */
export const CAS_SMALL_ACCOUNTS = `
1001 CashOnHand asset debit 库存现金|Cash on hand|現金
1002 BankDeposits asset debit 银行存款|Bank deposits|銀行預金
1012 OtherMonetaryFunds asset debit 其他货币资金|Other monetary funds|その他の貨幣資金
1101 ShortTermInvestments asset debit 短期投资|Short-term investments|短期投資
1121 NotesReceivable asset debit 应收票据|Notes receivable|受取手形
1122 AccountsReceivable asset debit 应收账款|Accounts receivable|売掛金
1123 Prepayments asset debit 预付账款|Prepayments to suppliers|前渡金
1131 DividendsReceivable asset debit 应收股利|Dividends receivable|未収配当金
1132 InterestReceivable asset debit 应收利息|Interest receivable|未収利息
1221 OtherReceivables asset debit 其他应收款|Other receivables|その他の未収入金
1401 MaterialPurchasing asset debit 材料采购|Material purchasing|材料仕入
1402 GoodsInTransit asset debit 在途物资|Goods in transit|未着品
1403 RawMaterials asset debit 原材料|Raw materials|原材料
1404 MaterialCostVariance asset debit 材料成本差异|Material cost variance|材料原価差異
1405 FinishedGoods asset debit 库存商品|Merchandise and finished goods|商品及び製品
1407 MerchandiseMarkup asset credit 商品进销差价|Merchandise mark-up|商品売買差額
1408 MaterialsWithProcessors asset debit 委托加工物资|Materials with outside processors|外注加工材料
1411 TurnoverMaterials asset debit 周转材料|Turnover materials|貯蔵品
1421 ConsumableBiologicalAssets asset debit 消耗性生物资产|Consumable biological assets|消費性生物資産
1501 DebtInvestments asset debit 长期债券投资|Long-term bond investments|長期債券投資
1511 LongTermEquityInvestments asset debit 长期股权投资|Long-term equity investments|長期持分投資
1601 FixedAssets asset debit 固定资产|Fixed assets|有形固定資産
1602 AccumulatedDepreciation asset credit 累计折旧|Accumulated depreciation|減価償却累計額
1604 ConstructionInProgress asset debit 在建工程|Construction in progress|建設仮勘定
1605 ConstructionMaterials asset debit 工程物资|Construction materials|建設用資材
1606 FixedAssetDisposal asset debit 固定资产清理|Disposal of fixed assets|固定資産処分仮勘定
1621 BearerBiologicalAssets asset debit 生产性生物资产|Bearer biological assets|生産性生物資産
1622 BearerBiologicalDepreciation asset credit 生产性生物资产累计折旧|Accumulated depreciation of bearer biological assets|生産性生物資産減価償却累計額
1701 IntangibleAssets asset debit 无形资产|Intangible assets|無形固定資産
1702 AccumulatedAmortisation asset credit 累计摊销|Accumulated amortisation|無形固定資産償却累計額
1801 LongTermDeferredExpenses asset debit 长期待摊费用|Long-term deferred expenses|長期前払費用
1901 PropertyPendingDisposal asset debit 待处理财产损溢|Property gains and losses pending disposal|未処理財産損益
2001 ShortTermBorrowings liability credit 短期借款|Short-term borrowings|短期借入金
2201 NotesPayable liability credit 应付票据|Notes payable|支払手形
2202 AccountsPayable liability credit 应付账款|Accounts payable|買掛金
2203 AdvancesFromCustomers liability credit 预收账款|Advances from customers|前受金
2211 EmployeeBenefitsPayable liability credit 应付职工薪酬|Employee benefits payable|未払従業員給付
2221 TaxesPayable liability credit 应交税费|Taxes payable|未払税金
2231 InterestPayable liability credit 应付利息|Interest payable|未払利息
2232 DividendsPayable liability credit 应付利润|Profit payable|未払利益分配金
2241 OtherPayables liability credit 其他应付款|Other payables|その他の未払金
2401 DeferredIncome liability credit 递延收益|Deferred income|繰延収益
2501 LongTermBorrowings liability credit 长期借款|Long-term borrowings|長期借入金
2701 LongTermPayables liability credit 长期应付款|Long-term payables|長期未払金
3001 PaidInCapital equity credit 实收资本|Paid-in capital|資本金
3002 CapitalReserve equity credit 资本公积|Capital reserve|資本剰余金
3101 SurplusReserve equity credit 盈余公积|Surplus reserve|利益準備金
3103 CurrentYearProfit equity credit 本年利润|Profit of the year|当期純利益
3104 ProfitDistribution equity credit 利润分配|Profit distribution|利益処分
4001 ProductionCost cost debit 生产成本|Production cost|製造原価
4101 ManufacturingOverhead cost debit 制造费用|Manufacturing overhead|製造間接費
4301 DevelopmentExpenditure cost debit 研发支出|Research and development expenditure|研究開発支出
4401 ConstructionContractCost cost debit 工程施工|Construction contract cost|工事原価
4403 EquipmentOperation cost debit 机械作业|Machinery operation cost|機械作業費
5001 MainRevenue pnl credit 主营业务收入|Main operating revenue|主要営業収益
5051 OtherOperatingRevenue pnl credit 其他业务收入|Other operating revenue|その他の営業収益
5111 InvestmentIncome pnl both 投资收益|Investment income|投資収益
5301 NonOperatingIncome pnl credit 营业外收入|Non-operating income|営業外収益
5401 MainCost pnl debit 主营业务成本|Cost of main operations|主要営業原価
5402 OtherOperatingCost pnl debit 其他业务成本|Other operating cost|その他の営業原価
5403 TaxesAndSurcharges pnl debit 营业税金及附加|Taxes and surcharges|租税公課
5601 SellingExpenses pnl debit 销售费用|Selling expenses|販売費
5602 AdministrativeExpenses pnl debit 管理费用|Administrative expenses|一般管理費
5603 FinanceExpenses pnl debit 财务费用|Finance expenses|財務費用
5711 NonOperatingExpenses pnl debit 营业外支出|Non-operating expenses|営業外費用
5801 IncomeTaxExpense pnl debit 所得税费用|Income tax expense|法人税等
`;
