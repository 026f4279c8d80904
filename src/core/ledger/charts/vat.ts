/**
 * Detail accounts under taxes payable (2221) for a general VAT payer, with the surcharges and income taxes that share the parent.
 *
 * The code column holds the levels below 2221. Which number a detail has differs from chart to chart (one has output tax
 * first, another input tax), so everything that looks for one of them asks for its element or its name.
 */
export const VAT_DETAILS = `
01 VatPayable liability credit 应交增值税|VAT payable|未払増値税
01.01 InputVat liability debit 进项税额|Input VAT|仕入増値税
01.02 OutputVat liability credit 销项税额|Output VAT|売上増値税
01.03 OutputVatDeduction liability debit 销项税额抵减|Reduction of output VAT|売上増値税控除
01.04 InputVatTransferredOut liability credit 进项税额转出|Input VAT transferred out|仕入増値税振替
01.05 ExportVatRefund liability credit 出口退税|Export VAT refund|輸出増値税還付
01.06 UnpaidVatTransferredOut liability debit 转出未交增值税|Unpaid VAT transferred out|未納増値税振替
01.07 OverpaidVatTransferredOut liability credit 转出多交增值税|Overpaid VAT transferred out|過納増値税振替
01.08 VatPaid liability debit 已交税金|VAT paid|納付済増値税
01.09 VatReduction liability debit 减免税款|VAT reductions and exemptions|減免増値税
01.10 ExportOffsetAgainstDomestic liability debit 出口抵减内销产品应纳税额|Export credit offset against domestic VAT|輸出控除による国内販売増値税減額
02 UnpaidVat liability credit 未交增值税|Unpaid VAT|未納増値税
03 PrepaidVat liability debit 预交增值税|Prepaid VAT|予納増値税
04 InputVatToDeduct liability debit 待抵扣进项税额|Input VAT to be deducted later|繰延仕入増値税
05 InputVatToCertify liability debit 待认证进项税额|Input VAT to be certified|未認証仕入増値税
06 OutputVatDeferred liability credit 待转销项税额|Deferred output VAT|繰延売上増値税
07 VatCreditRetained liability debit 增值税留抵税额|Retained VAT credit|増値税繰越控除額
08 SimplifiedVat liability credit 简易计税|VAT by the simplified method|簡易課税増値税
09 FinancialProductVat liability credit 转让金融商品应交增值税|VAT on transfers of financial products|金融商品譲渡増値税
10 WithheldVat liability credit 代扣代交增值税|VAT withheld for others|源泉増値税
11 UrbanMaintenanceTax liability credit 应交城市维护建设税|Urban maintenance and construction tax|都市維持建設税
12 EducationSurcharge liability credit 应交教育费附加|Education surcharge|教育費附加
13 LocalEducationSurcharge liability credit 应交地方教育附加|Local education surcharge|地方教育附加
14 CorporateIncomeTaxPayable liability credit 应交企业所得税|Corporate income tax payable|未払法人税
15 IndividualIncomeTaxPayable liability credit 应交个人所得税|Individual income tax payable|預り個人所得税
`;
