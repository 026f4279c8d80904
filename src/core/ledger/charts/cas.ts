/**
 * The 156 general-ledger accounts of the enterprise accounting standard (财会[2006]18号, appendix).
 *
 * One account a row: code, element, class, balance side, then its name in zh|en|ja. A table rather than code, so that an
 * accountant can hold it against the printed list.
 */
export const CAS_ACCOUNTS = `
1001 CashOnHand asset debit 库存现金|Cash on hand|現金
1002 BankDeposits asset debit 银行存款|Bank deposits|銀行預金
1003 DepositsWithCentralBank asset debit 存放中央银行款项|Deposits with the central bank|中央銀行預け金
1011 DueFromBanks asset debit 存放同业|Due from banks|銀行間預け金
1012 OtherMonetaryFunds asset debit 其他货币资金|Other monetary funds|その他の貨幣資金
1021 SettlementReserve asset debit 结算备付金|Settlement reserve|決済準備金
1031 GuaranteeDepositsPaid asset debit 存出保证金|Guarantee deposits paid|差入保証金
1101 TradingFinancialAssets asset debit 交易性金融资产|Trading financial assets|売買目的金融資産
1111 ReverseRepoAssets asset debit 买入返售金融资产|Financial assets bought under resale agreements|買現先資産
1121 NotesReceivable asset debit 应收票据|Notes receivable|受取手形
1122 AccountsReceivable asset debit 应收账款|Accounts receivable|売掛金
1123 Prepayments asset debit 预付账款|Prepayments to suppliers|前渡金
1131 DividendsReceivable asset debit 应收股利|Dividends receivable|未収配当金
1132 InterestReceivable asset debit 应收利息|Interest receivable|未収利息
1201 SubrogationReceivable asset debit 应收代位追偿款|Subrogation receivables|代位求償債権
1211 ReinsuranceReceivable asset debit 应收分保账款|Reinsurance receivables|再保険貸
1212 ReinsuranceReserveReceivable asset debit 应收分保合同准备金|Reinsurers' share of contract reserves|再保険責任準備金債権
1221 OtherReceivables asset debit 其他应收款|Other receivables|その他の未収入金
1231 BadDebtProvision asset credit 坏账准备|Provision for bad debts|貸倒引当金
1301 DiscountedBills asset debit 贴现资产|Discounted bills|割引手形資産
1302 LendingsToBanks asset debit 拆出资金|Placements with banks|コールローン
1303 Loans asset debit 贷款|Loans|貸付金
1304 LoanLossProvision asset credit 贷款损失准备|Provision for loan losses|貸付損失引当金
1311 SecuritiesRedeemedAsAgent asset debit 代理兑付证券|Securities redeemed as agent|代理償還有価証券
1321 AgencyAssets asset debit 代理业务资产|Agency business assets|代理業務資産
1401 MaterialPurchasing asset debit 材料采购|Material purchasing|材料仕入
1402 GoodsInTransit asset debit 在途物资|Goods in transit|未着品
1403 RawMaterials asset debit 原材料|Raw materials|原材料
1404 MaterialCostVariance asset debit 材料成本差异|Material cost variance|材料原価差異
1405 FinishedGoods asset debit 库存商品|Merchandise and finished goods|商品及び製品
1406 GoodsDispatched asset debit 发出商品|Goods dispatched|発送商品
1407 MerchandiseMarkup asset credit 商品进销差价|Merchandise mark-up|商品売買差額
1408 MaterialsWithProcessors asset debit 委托加工物资|Materials with outside processors|外注加工材料
1411 TurnoverMaterials asset debit 周转材料|Turnover materials|貯蔵品
1421 ConsumableBiologicalAssets asset debit 消耗性生物资产|Consumable biological assets|消費性生物資産
1431 PreciousMetals asset debit 贵金属|Precious metals|貴金属
1441 ForeclosedAssets asset debit 抵债资产|Foreclosed assets|代物弁済資産
1451 SalvagedGoods asset debit 损余物资|Salvaged goods|残存物
1461 FinanceLeaseAssets asset debit 融资租赁资产|Assets for finance lease|ファイナンス・リース資産
1471 InventoryImpairment asset credit 存货跌价准备|Provision for inventory write-down|棚卸資産評価引当金
1501 HeldToMaturityInvestments asset debit 持有至到期投资|Held-to-maturity investments|満期保有目的債券
1502 HeldToMaturityImpairment asset credit 持有至到期投资减值准备|Impairment of held-to-maturity investments|満期保有目的債券減損引当金
1503 AvailableForSaleAssets asset debit 可供出售金融资产|Available-for-sale financial assets|売却可能金融資産
1511 LongTermEquityInvestments asset debit 长期股权投资|Long-term equity investments|長期持分投資
1512 LongTermEquityImpairment asset credit 长期股权投资减值准备|Impairment of long-term equity investments|長期持分投資減損引当金
1521 InvestmentProperty asset debit 投资性房地产|Investment property|投資不動産
1531 LongTermReceivables asset debit 长期应收款|Long-term receivables|長期未収入金
1532 UnrealisedFinanceIncome asset credit 未实现融资收益|Unrealised finance income|未実現融資収益
1541 CapitalGuaranteeDeposits asset debit 存出资本保证金|Capital guarantee deposits|資本保証金
1601 FixedAssets asset debit 固定资产|Fixed assets|有形固定資産
1602 AccumulatedDepreciation asset credit 累计折旧|Accumulated depreciation|減価償却累計額
1603 FixedAssetImpairment asset credit 固定资产减值准备|Impairment of fixed assets|有形固定資産減損損失累計額
1604 ConstructionInProgress asset debit 在建工程|Construction in progress|建設仮勘定
1605 ConstructionMaterials asset debit 工程物资|Construction materials|建設用資材
1606 FixedAssetDisposal asset debit 固定资产清理|Disposal of fixed assets|固定資産処分仮勘定
1611 UnguaranteedResidualValue asset debit 未担保余值|Unguaranteed residual value|無保証残存価額
1621 BearerBiologicalAssets asset debit 生产性生物资产|Bearer biological assets|生産性生物資産
1622 BearerBiologicalDepreciation asset credit 生产性生物资产累计折旧|Accumulated depreciation of bearer biological assets|生産性生物資産減価償却累計額
1623 PublicWelfareBiologicalAssets asset debit 公益性生物资产|Public welfare biological assets|公益性生物資産
1631 OilAndGasAssets asset debit 油气资产|Oil and gas assets|石油・ガス資産
1632 AccumulatedDepletion asset credit 累计折耗|Accumulated depletion|減耗償却累計額
1701 IntangibleAssets asset debit 无形资产|Intangible assets|無形固定資産
1702 AccumulatedAmortisation asset credit 累计摊销|Accumulated amortisation|無形固定資産償却累計額
1703 IntangibleAssetImpairment asset credit 无形资产减值准备|Impairment of intangible assets|無形固定資産減損損失累計額
1711 Goodwill asset debit 商誉|Goodwill|のれん
1801 LongTermDeferredExpenses asset debit 长期待摊费用|Long-term deferred expenses|長期前払費用
1811 DeferredTaxAssets asset debit 递延所得税资产|Deferred tax assets|繰延税金資産
1821 SeparateAccountAssets asset debit 独立账户资产|Separate account assets|特別勘定資産
1901 PropertyPendingDisposal asset debit 待处理财产损溢|Property gains and losses pending disposal|未処理財産損益
2001 ShortTermBorrowings liability credit 短期借款|Short-term borrowings|短期借入金
2002 GuaranteeDepositsReceived liability credit 存入保证金|Guarantee deposits received|預り保証金
2003 BorrowingsFromBanks liability credit 拆入资金|Borrowings from banks|コールマネー
2004 BorrowingsFromCentralBank liability credit 向中央银行借款|Borrowings from the central bank|中央銀行借入金
2011 CustomerDeposits liability credit 吸收存款|Customer deposits|預金
2012 DueToBanks liability credit 同业存放|Due to banks|銀行間預り金
2021 DiscountedLiabilities liability credit 贴现负债|Liabilities for rediscounted bills|再割引負債
2101 TradingFinancialLiabilities liability credit 交易性金融负债|Trading financial liabilities|売買目的金融負債
2111 RepoLiabilities liability credit 卖出回购金融资产款|Financial assets sold under repurchase agreements|売現先負債
2201 NotesPayable liability credit 应付票据|Notes payable|支払手形
2202 AccountsPayable liability credit 应付账款|Accounts payable|買掛金
2203 AdvancesFromCustomers liability credit 预收账款|Advances from customers|前受金
2211 EmployeeBenefitsPayable liability credit 应付职工薪酬|Employee benefits payable|未払従業員給付
2221 TaxesPayable liability credit 应交税费|Taxes payable|未払税金
2231 InterestPayable liability credit 应付利息|Interest payable|未払利息
2232 DividendsPayable liability credit 应付股利|Dividends payable|未払配当金
2241 OtherPayables liability credit 其他应付款|Other payables|その他の未払金
2251 PolicyDividendsPayable liability credit 应付保单红利|Policy dividends payable|未払契約者配当金
2261 ReinsurancePayable liability credit 应付分保账款|Reinsurance payables|再保険借
2311 BrokerageClientFunds liability credit 代理买卖证券款|Client funds for securities trading|証券売買預り金
2312 UnderwritingFunds liability credit 代理承销证券款|Funds from securities underwriting|証券引受預り金
2313 RedemptionAgencyFunds liability credit 代理兑付证券款|Funds for redeeming securities as agent|証券償還代理預り金
2314 AgencyLiabilities liability credit 代理业务负债|Agency business liabilities|代理業務負債
2401 DeferredIncome liability credit 递延收益|Deferred income|繰延収益
2501 LongTermBorrowings liability credit 长期借款|Long-term borrowings|長期借入金
2502 BondsPayable liability credit 应付债券|Bonds payable|社債
2601 UnearnedPremiumReserve liability credit 未到期责任准备金|Unearned premium reserve|未経過保険料準備金
2602 InsuranceReserve liability credit 保险责任准备金|Insurance contract reserve|保険責任準備金
2611 PolicyholderDeposits liability credit 保户储金|Policyholder deposits|契約者預り金
2621 SeparateAccountLiabilities liability credit 独立账户负债|Separate account liabilities|特別勘定負債
2701 LongTermPayables liability credit 长期应付款|Long-term payables|長期未払金
2702 UnrecognisedFinanceCharges liability debit 未确认融资费用|Unrecognised finance charges|未認識融資費用
2711 SpecialPayables liability credit 专项应付款|Special-purpose payables|特定目的未払金
2801 Provisions liability credit 预计负债|Provisions|引当金
2901 DeferredTaxLiabilities liability credit 递延所得税负债|Deferred tax liabilities|繰延税金負債
3001 ClearingFunds common both 清算资金往来|Clearing funds|清算資金勘定
3002 CurrencyExchange common both 货币兑换|Currency exchange|通貨交換
3101 Derivatives common both 衍生工具|Derivatives|デリバティブ
3201 HedgingInstruments common both 套期工具|Hedging instruments|ヘッジ手段
3202 HedgedItems common both 被套期项目|Hedged items|ヘッジ対象
4001 PaidInCapital equity credit 实收资本|Paid-in capital|資本金
4002 CapitalReserve equity credit 资本公积|Capital reserve|資本剰余金
4101 SurplusReserve equity credit 盈余公积|Surplus reserve|利益準備金
4102 GeneralRiskReserve equity credit 一般风险准备|General risk reserve|一般リスク準備金
4103 CurrentYearProfit equity credit 本年利润|Profit of the year|当期純利益
4104 ProfitDistribution equity credit 利润分配|Profit distribution|利益処分
4201 TreasuryShares equity debit 库存股|Treasury shares|自己株式
5001 ProductionCost cost debit 生产成本|Production cost|製造原価
5101 ManufacturingOverhead cost debit 制造费用|Manufacturing overhead|製造間接費
5201 ServiceCost cost debit 劳务成本|Cost of services in progress|役務原価
5301 DevelopmentExpenditure cost debit 研发支出|Research and development expenditure|研究開発支出
5401 ConstructionContractCost cost debit 工程施工|Construction contract cost|工事原価
5402 ConstructionContractBilling cost credit 工程结算|Construction contract billing|工事決済
5403 EquipmentOperation cost debit 机械作业|Machinery operation cost|機械作業費
6001 MainRevenue pnl credit 主营业务收入|Main operating revenue|主要営業収益
6011 InterestIncome pnl credit 利息收入|Interest income|受取利息
6021 FeeAndCommissionIncome pnl credit 手续费及佣金收入|Fee and commission income|受取手数料
6031 PremiumIncome pnl credit 保费收入|Premium income|保険料収入
6041 LeaseIncome pnl credit 租赁收入|Lease income|賃貸収益
6051 OtherOperatingRevenue pnl credit 其他业务收入|Other operating revenue|その他の営業収益
6061 ExchangeGainsAndLosses pnl both 汇兑损益|Exchange gains and losses|為替差損益
6101 FairValueGainsAndLosses pnl both 公允价值变动损益|Fair value gains and losses|公正価値変動損益
6111 InvestmentIncome pnl both 投资收益|Investment income|投資収益
6201 ReinsurersShareOfReserves pnl credit 摊回保险责任准备金|Reinsurers' share of reserve changes|再保険責任準備金回収
6202 ReinsurersShareOfClaims pnl credit 摊回赔付支出|Reinsurers' share of claims|再保険金回収
6203 ReinsurersShareOfExpenses pnl credit 摊回分保费用|Reinsurers' share of expenses|再保険費用回収
6301 NonOperatingIncome pnl credit 营业外收入|Non-operating income|営業外収益
6401 MainCost pnl debit 主营业务成本|Cost of main operations|主要営業原価
6402 OtherOperatingCost pnl debit 其他业务成本|Other operating cost|その他の営業原価
6403 TaxesAndSurcharges pnl debit 营业税金及附加|Taxes and surcharges|租税公課
6411 InterestExpense pnl debit 利息支出|Interest expense|支払利息
6421 FeeAndCommissionExpense pnl debit 手续费及佣金支出|Fee and commission expense|支払手数料
6501 UnearnedPremiumReserveExpense pnl debit 提取未到期责任准备金|Provision for unearned premium reserve|未経過保険料準備金繰入
6502 InsuranceReserveExpense pnl debit 提取保险责任准备金|Provision for insurance contract reserve|保険責任準備金繰入
6511 ClaimsExpense pnl debit 赔付支出|Claims expense|支払保険金
6521 PolicyDividendExpense pnl debit 保单红利支出|Policy dividend expense|契約者配当費用
6531 Surrenders pnl debit 退保金|Surrender payments|解約返戻金
6541 CededPremiums pnl debit 分出保费|Ceded premiums|支払再保険料
6542 ReinsuranceExpense pnl debit 分保费用|Reinsurance expense|再保険費用
6601 SellingExpenses pnl debit 销售费用|Selling expenses|販売費
6602 AdministrativeExpenses pnl debit 管理费用|Administrative expenses|一般管理費
6603 FinanceExpenses pnl debit 财务费用|Finance expenses|財務費用
6604 ExplorationCost pnl debit 勘探费用|Exploration cost|探鉱費
6701 AssetImpairmentLoss pnl debit 资产减值损失|Asset impairment loss|資産減損損失
6711 NonOperatingExpenses pnl debit 营业外支出|Non-operating expenses|営業外費用
6801 IncomeTaxExpense pnl debit 所得税费用|Income tax expense|法人税等
6901 PriorYearAdjustment pnl both 以前年度损益调整|Adjustment of prior-year profit and loss|過年度損益修正
`;
