/**
 * What systems call the standard fields, beside the titles of the vocabulary: field | names, in any language. A name with
 * a dot is the end of a path. `number` and `doc_date` are what every document must have.
 */
export const FIELD_SYNONYMS = `
number|order no|order number|order_name|doc no|document no|bill no|voucher no|receipt no|invoice no|serial no|transaction id|transaction no|trade no|流水号|单号|单据号|订单号|订单编号|小票号|交易流水号|凭证号|发票号码|編号|伝票番号|注文番号
doc_date|date|order date|trade date|business date|bill date|posting date|processed_at|paid_at|created|日期|营业日期|交易日期|单据日期|记账日期|入账日期|计提日期|付款时间|支付时间|取引日|日付|営業日
currency|currency code|ccy|币别|货币|通貨コード
customer|customer id|customer code|customer no|customer.id|buyer id|buyer.id|client|client id|member id|客户|客户编号|客户编码|客户号|会员号|买家id|得意先|得意先コード|顧客番号
buyer_name|buyer.name|customer name|customer.name|customer.first_name|client name|member name|客户名称|买家姓名|买家名称|顾客|会员名|顧客名|得意先名
supplier|supplier id|supplier code|vendor|vendor id|vendor code|供应商编码|供应商编号|供应商代码|仕入先コード
store|store id|store code|store name|shop|shop id|shop code|branch|outlet|location|location_id|门店编号|门店名称|店铺|店铺名称|店铺编码|分店|店舗名|店舗コード
dept|department|department id|department code|dept code|cost centre|cost center|部门编码|部门名称|所属部门|部署|部門コード
employee|employee id|employee no|staff no|工号|员工编号|员工号|职工编号|人员编号|社員番号|従業員番号
project|project id|project code|项目编号|项目编码|项目名称|プロジェクトコード
channel|source|source name|source_name|sales channel|销售渠道|来源渠道|チャネル名
order_total|total|total price|total_price|grand total|order amount|total amount|订单金额|订单总价|合计金额|总金额|合計|注文金額
goods_amount|subtotal|subtotal_price|item total|merchandise total|商品金额|货款|商品小計
shipping_fee|freight|freight amount|shipping|shipping amount|shipping price|delivery fee|postage|total_shipping_price_set.shop_money.amount|邮费|快递费|配送费|運賃|配送料
discount|discounts|total discounts|total_discounts|discount amount|coupon|折扣|优惠|优惠额|折让|値引|割引額
paid_amount|paid|amount paid|payment amount|实收|实付|实收金额|实付金额|实付款|支付金额|付款金额|入金額合計|支払金額
amount|amount|money|sum|value|金额|发生额|交易金额|金額
amount_incl_tax|gross|gross total|total incl tax|amount including tax|含税金额|价税合计额|含税总额|税込合計
amount_excl_tax|net|net total|total excl tax|amount excluding tax|未税金额|不含税额|税抜合計
tax_amount|tax|vat|tax total|total tax|total_tax|vat amount|税金|税额合计|消費税
tax_rate|rate|vat rate|tax percent|tax_lines.rate|tax|税|税点|增值税率|消費税率
quantity|qty|count|number of items|pieces|件数|数目|购买数量|個数
unit_price|price|price per unit|item price|单价金额|售价|成交价|販売単価
sku|sku code|item code|product code|goods code|article no|商品编码|货号|物料编码|商品番号|品番
product_name|title|item name|product|goods name|description of goods|品名|商品|货品名称|品目名
product_id|product id|goods id|item id|商品编号
pay_method|payment method|payment type|pay by|pay_by|pay type|payment gateway|tender|付款方式|收款方式|结算方式名称|支払方法名|決済手段
order_status|order state|state|订单状态名|注文ステータス
pay_status|financial_status|payment status|支付状态|収納状況
refund_amount|refund|refund total|amount refunded|退款额|退货金额|返金
txn_time|time|trade time|交易时间点|取引時間
inflow|credit amount|money in|deposit|receipts|income|收入|贷方发生额|存入金额|入账金额|收款金额|転入|預入金額|お預入れ金額
outflow|debit amount|money out|withdrawal|payments|expense|支出|借方发生额|支取金额|出账金额|転出|引出金額|お引出し金額
balance|running balance|account balance|closing balance of account|账户余额|当前余额|差引残高
counterparty|counterparty name|payee name|payer|payer name|opposite account name|对方名称|对方单位|收款人名称|付款人名称|交易对手|相手名|摘要相手先
counterparty_account|counterparty account no|opposite account|对方账户|对手账号|收款账号|相手口座番号
counterparty_bank|opposite bank|对方银行|开户行|对手开户行|相手金融機関
purpose|purpose|memo|narrative|details|remittance information|用途|附言|交易附言|交易摘要|摘要|資金使途
bank_account|account no|account number|本方账号|我方账号|银行账号|自口座番号
gross_amount|gross pay|gross salary|total pay|gross wages|应发|应发合计|应发工资|应付工资|総支給額|支給合計
net_amount|net pay|take home|net salary|实发|实发合计|实发工资|手取|差引支給額
service_fee|fee|fees|charge|commission fee|handling fee|服务费|交易手续费|手数料額
created_at|create time|created time|creation date|created on|下单日期|登録日時
order_time|ordered at|placed at|order date time|下单|注文日
pay_time|paid at|payment time|付款日期|支付日期|入金日時
receiver_name|recipient|consignee|ship to name|收件人|届け先
receiver_phone|phone|mobile|telephone|contact phone|手机|手机号|电话|携帯
receiver_address|address|shipping address|delivery address|地址|收件地址|住所
invoice_no|invoice number|invoice id|fapiao no|发票号|インボイス番号
remark|note|notes|comment|comments|备注信息|说明|留言|メモ
`;
