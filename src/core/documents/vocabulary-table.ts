/** The standard fields, one a line: id | type | group | zh | en | ja. */
export const VOCABULARY_TABLE = `
doc_no|code|document|单据编号|Document number|伝票番号
doc_type|enum|document|单据类型|Document type|伝票種別
doc_date|date|document|单据日期|Document date|伝票日付
doc_status|enum|document|单据状态|Document status|ステータス
doc_title|text|document|单据标题|Title|件名
summary|text|document|摘要|Line description|摘要
remark|text|document|备注|Remark|備考
attachment_count|int|document|附件数|Attachment count|添付枚数
prepared_by|person|document|制单人|Prepared by|作成者
reviewed_by|person|document|审核人|Reviewed by|承認者
posted_by|person|document|记账人|Posted by|記帳者
cashier|person|document|收银员/出纳|Cashier|担当者
created_at|datetime|document|创建时间|Created at|作成日時
updated_at|datetime|document|更新时间|Updated at|更新日時
source_system|code|document|来源系统|Source system|連携元
external_no|code|document|外部单号|External reference|外部番号
due_date|date|document|到期日|Due date|支払期日
contract_no|code|document|合同编号|Contract number|契約番号
contract_name|text|document|合同名称|Contract name|契約名
voucher_word|enum|voucher|凭证字|Voucher word/type|伝票区分
voucher_no|code|voucher|凭证号|Voucher number|仕訳番号
voucher_date|date|voucher|凭证日期|Voucher date|取引日
fiscal_year|int|voucher|会计年度|Fiscal year|会計年度
fiscal_period|int|voucher|会计期间|Fiscal period|会計期間
line_no|int|voucher|行号|Line number|行番号
ledger_book|code|voucher|账簿|Ledger / account book|帳簿
account_code|code|voucher|科目编码|Account code|勘定科目コード
account_name|text|voucher|科目名称|Account name|勘定科目
account_class|enum|voucher|科目类别|Account class|科目区分
account_level|int|voucher|科目级次|Account level|科目階層
sub_account|text|voucher|明细/辅助科目|Sub-account|補助科目
counter_account|text|voucher|对方科目|Contra account|相手勘定科目
balance_direction|enum|voucher|余额方向|Balance side|残高貸借区分
dc_flag|enum|voucher|借贷方向|Debit/credit flag|貸借区分
debit_amount|amount|voucher|借方金额|Debit amount|借方金額
credit_amount|amount|voucher|贷方金额|Credit amount|貸方金額
opening_balance|amount|voucher|期初余额|Opening balance|期首残高
opening_debit|amount|voucher|期初借方余额|Opening debit balance|期首借方残高
opening_credit|amount|voucher|期初贷方余额|Opening credit balance|期首貸方残高
closing_balance|amount|voucher|期末余额|Closing balance|期末残高
closing_debit|amount|voucher|期末借方余额|Closing debit balance|期末借方残高
closing_credit|amount|voucher|期末贷方余额|Closing credit balance|期末貸方残高
ytd_debit|amount|voucher|本年累计借方|Year-to-date debit|累計借方
ytd_credit|amount|voucher|本年累计贷方|Year-to-date credit|累計貸方
currency|code|money|币种|Currency|通貨
fx_rate|rate|money|汇率|Exchange rate|為替レート
fx_rate_type|code|money|汇率类型|Rate type|レート種別
amount_fc|amount|money|原币金额|Foreign-currency amount|外貨金額
amount_lc|amount|money|本位币金额|Local-currency amount|円換算額
amount|amount|money|金额|Amount|金額
quantity|qty|money|数量|Quantity|数量
unit|code|money|计量单位|Unit of measure|単位
unit_price|amount|money|单价|Unit price|単価
settle_method|enum|money|结算方式|Settlement method|決済方法
posted_flag|bool|voucher|记账标志|Posted flag|記帳済み
void_flag|bool|voucher|作废标志|Void flag|無効
adjust_flag|bool|voucher|调整凭证|Adjusting entry flag|決算整理仕訳
tag|text|voucher|标签|Tag|タグ
dept|ref|dimension|部门|Department|部門
employee|ref|dimension|员工|Employee|社員
applicant|person|dimension|申请人|Applicant|申請者
customer|ref|dimension|客户|Customer|得意先
customer_email|text|dimension|客户邮箱|Customer e-mail|メールアドレス
supplier|ref|dimension|供应商|Supplier|仕入先
partner|ref|dimension|往来单位|Business partner|取引先
project|ref|dimension|项目|Project|プロジェクト
aux_item|ref|dimension|核算维度/辅助项|Auxiliary dimension|補助項目
company|ref|dimension|公司/核算主体|Company|会社
store|ref|dimension|门店/店铺|Store|店舗
invoice_no|code|invoice|发票号码|Invoice number|請求書番号
invoice_code|code|invoice|发票代码|Invoice code|インボイスコード
invoice_date|date|invoice|开票日期|Invoice date|請求日
invoice_type|enum|invoice|发票类型|Invoice type|請求書種別
invoice_status|enum|invoice|发票状态|Invoice status|請求書状態
invoice_title|text|invoice|发票抬头|Invoice title|宛名
invoice_item|text|invoice|项目名称|Invoice item name|品目
check_code|code|invoice|校验码|Check code|チェックコード
seller_name|text|invoice|销方名称|Seller name|売り手
seller_tax_id|code|invoice|销方税号|Seller tax ID|登録番号
buyer_tax_name|text|invoice|购方名称|Buyer name (tax)|買い手
buyer_tax_id|code|invoice|购方税号|Buyer tax ID|買い手登録番号
amount_excl_tax|amount|tax|不含税金额|Amount excl. tax|税抜金額
tax_amount|amount|tax|税额|Tax amount|消費税額
amount_incl_tax|amount|tax|价税合计|Amount incl. tax|税込金額
tax_rate|rate|tax|税率|Tax rate|税率
tax_code|code|tax|税种/税码|Tax code|税区分
bank_name|text|bank|银行|Bank|金融機関
bank_account|code|bank|账号|Bank account number|口座番号
card_no|code|bank|卡号|Card number|カード番号
txn_date|date|bank|交易日期|Transaction date|取引日
txn_time|time|bank|交易时间|Transaction time|取引時刻
book_date|date|bank|记账/入账日期|Posting (booking) date|記帳日
txn_type|enum|bank|交易类型|Transaction type|取引種別
txn_status|enum|bank|交易状态|Transaction status|取引状態
txn_no|code|bank|交易流水号|Transaction ID|取引ID
txn_category|enum|bank|交易分类|Category|カテゴリ
channel|enum|bank|渠道|Channel|チャネル
txn_place|text|bank|交易地点|Transaction place|取引場所
inflow|amount|bank|收入金额|Credit / money in|入金額
outflow|amount|bank|支出金额|Debit / money out|出金額
balance|amount|bank|余额|Running balance|残高
counterparty|text|bank|对方户名|Counterparty name|相手先
counterparty_account|code|bank|对方账号|Counterparty account|相手口座
counterparty_bank|text|bank|对方开户行|Counterparty bank|相手銀行
purpose|text|bank|用途/附言|Payment purpose|用途
cash_type|enum|bank|钞汇标志|Cash/remittance flag|現金区分
order_no|code|order|订单号|Order number|注文番号
sub_order_no|code|order|子订单号|Sub-order / line number|明細番号
merchant_order_no|code|order|商户订单号|Merchant order number|加盟店注文番号
order_time|datetime|order|下单时间|Order time|注文日時
pay_time|datetime|order|付款时间|Payment time|支払日時
ship_time|datetime|order|发货时间|Ship time|発送日時
complete_time|datetime|order|完成时间|Completion time|完了日時
order_status|enum|order|订单状态|Order status|注文状況
pay_status|enum|order|付款状态|Payment status|入金状況
ship_status|enum|order|发货状态|Fulfilment status|発送状況
refund_status|enum|order|售后/退款状态|Refund status|返金状況
goods_amount|amount|order|商品总额|Merchandise subtotal|商品合計
list_amount|amount|order|标价金额|Amount at list price|定価金額
shipping_fee|amount|order|运费|Shipping fee|送料
shipping_tax_rate|rate|order|运费税率|Shipping tax rate|送料の税率
discount|amount|order|优惠金额|Discount|割引
platform_discount|amount|order|平台优惠|Platform-borne discount|モール負担割引
merchant_discount|amount|order|商家优惠|Merchant-borne discount|店舗負担割引
discount_code|code|order|优惠码|Discount code|クーポンコード
order_total|amount|order|订单总额|Order total|合計金額
paid_amount|amount|order|买家实付|Paid amount|お支払金額
received_amount|amount|order|商家实收|Merchant received|受取金額
refund_amount|amount|order|退款金额|Refund amount|返金額
outstanding|amount|order|未付余额|Outstanding balance|未払残高
service_fee|amount|settlement|手续费|Fee|手数料
platform_fee|amount|settlement|平台服务费|Platform service fee|プラットフォーム手数料
commission|amount|settlement|佣金|Commission|成果報酬
fee_rate|rate|settlement|费率|Fee rate|手数料率
gross_amount|amount|settlement|总额|Gross amount|総額
net_amount|amount|settlement|净额|Net amount|純額
net_sales|amount|settlement|净销售额|Net sales|純売上
cost_amount|amount|settlement|成本金额|Cost of goods|原価
gross_profit|amount|settlement|毛利|Gross profit|粗利
settlement_no|code|settlement|结算单号|Settlement ID|精算番号
settle_time|datetime|settlement|结算/入账时间|Settlement time|精算日
payout_id|code|settlement|打款批次号|Payout ID|振込番号
pay_method|enum|order|支付方式|Payment method|支払方法
buyer_id|code|order|买家账号|Buyer account|購入者ID
buyer_name|text|order|买家姓名|Buyer name|注文者氏名
receiver_name|text|order|收货人|Recipient name|送付先氏名
receiver_phone|text|order|联系电话|Phone|電話番号
receiver_address|text|order|收货地址|Shipping address|送付先住所
buyer_message|text|order|买家留言|Buyer message|購入者コメント
product_id|code|product|商品ID|Product ID|商品ID
sku|code|product|商家编码/SKU|SKU|商品コード
product_name|text|product|商品名称|Product name|商品名
product_spec|text|product|商品规格|Product spec|規格
product_category|enum|product|商品类别|Product category|商品カテゴリ
tracking_no|code|order|快递单号|Tracking number|伝票番号(配送)
carrier|text|order|快递公司|Carrier|配送会社
merchant_id|code|settlement|商户号|Merchant ID|加盟店ID
terminal_id|code|settlement|设备号|Terminal / device ID|端末ID
table_no|code|pos|桌号|Table number|テーブル番号
receipt_no|code|pos|小票号|Receipt number|レシート番号
merchant_name|text|bank|商户名称|Merchant name|加盟店名
expense_type|enum|oa|费用类型|Expense type|経費区分
claim_no|code|oa|报销单号|Expense claim number|経費精算番号
approval_no|code|oa|审批编号|Approval number|申請番号
approval_result|enum|oa|审批结果|Approval result|承認結果
payee|text|oa|收款人|Payee|支払先
`;
