import { date, flag, int, money, table, text } from '../column.ts';

const CHANNELS = {
  全国欠薪线索平台: ['国家平台', '全国平台', '欠薪线索平台', '全国根治欠薪线索反映平台'], '12345热线': ['12345', '县长热线', '政务服务热线', '市长热线', '12345政务服务热线'],
  信访: ['来信来访', '信访局'], 舆情: ['网络舆情'], 来访窗口: ['窗口来访', '窗口', '接访窗口'], 部门转办: ['转办', '上级转办'],
} as const;

/** 线索案件: one row per clue. project_id is NULL for clues outside the project ledger. */
export const cases = table({
  name: 'cases', title: '线索案件', key: ['case_id'], aliases: ['线索台账', '欠薪线索', '线索', '案件台账', '欠薪线索台账'],
  columns: [
    text('case_id', '线索编号', { required: true, aliases: ['案件编号', '线索编码', '受理编号'] }),
    text('project_id', '项目编号', { references: 'projects', aliases: ['项目编码', '涉及项目', '项目名称', '工程名称'] }),
    text('place_code', '属地', { references: 'places', aliases: ['所属乡镇', '乡镇街道', '属地乡镇', '镇街'] }),
    text('dept_code', '主管部门', { references: 'departments', aliases: ['行业主管部门', '主管单位', '承办部门'] }),
    text('channel', '来源渠道', { values: CHANNELS, aliases: ['渠道', '线索来源', '来源'] }),
    text('first_unit', '首问单位', { aliases: ['首问责任单位', '受理单位'] }),
    date('received_on', '受理日期', { required: true, aliases: ['收到日期', '接收日期', '登记日期', '受理时间'] }),
    date('replied_on', '回复日期', { aliases: ['首次回复日期', '答复日期'] }),
    date('due_on', '应办结日期', { aliases: ['办理期限', '办结期限', '到期日'] }),
    flag('verified', '是否查实', { aliases: ['查实', '属实'] }),
    date('filed_on', '立案日期', { aliases: ['立案时间'] }),
    date('closed_on', '办结日期', { aliases: ['办结时间', '结案日期'] }),
    text('conclusion', '核处结论', { aliases: ['办理结果', '处理结果', '结论'], personal: 'free' }),
    flag('three_checked', '一案三查', { aliases: ['是否一案三查'] }),
    int('workers', '涉及人数', { unit: '人', aliases: ['人数', '农民工人数'] }),
    money('amount', '涉及金额', { aliases: ['金额', '欠薪金额', '拖欠金额'] }),
    money('recovered_amount', '追回金额', { aliases: ['追缴金额', '追发金额'] }),
    flag('group_event', '是否群体性', { aliases: ['群体性', '群体性案件', '群体性事件'] }),
    flag('supervised', '挂牌督办', { aliases: ['是否挂牌督办'] }),
    text('leader', '包案领导', { aliases: ['包保领导'], personal: 'officials' }),
    date('referred_on', '移送公安日期', { aliases: ['移送日期', '移送公安时间'] }),
    flag('legal_aid', '法律援助', { aliases: ['是否法律援助'] }),
    text('industry', '所属行业', { aliases: ['行业', '行业类别'] }),
  ],
});

/** 突发事件. */
export const events = table({
  name: 'events', title: '突发事件', key: ['event_id'], aliases: ['群体性事件', '事件台账'],
  columns: [
    text('event_id', '事件编号', { required: true, aliases: ['编号'] }),
    text('project_id', '项目编号', { references: 'projects', aliases: ['项目编码', '涉及项目'] }),
    text('place_code', '属地', { references: 'places', aliases: ['所属乡镇', '发生地'] }),
    date('happened_on', '发生日期', { required: true, aliases: ['发生时间', '日期'] }),
    text('stage', '事件阶段', { values: { 前兆: ['苗头'], 紧急: ['紧急处置'], 谈判: ['协商'], 解除: ['平息', '化解'] }, aliases: ['阶段'] }),
    text('kind', '事件类别', { values: { 群体性极端事件: ['极端事件', '群体性事件'], 重大舆情: ['舆情'], 被上级通报: ['上级通报', '通报'], 其他: ['其它'] }, aliases: ['类别', '事件类型'] }),
    int('people', '参与人数', { unit: '人', aliases: ['人数', '涉及人数'] }),
    flag('escalated', '是否越级', { aliases: ['越级', '越级上访'] }),
    int('judged_minutes', '研判用时', { unit: '分钟', aliases: ['研判时间', '研判用时（分钟）'] }),
    flag('late_report', '是否迟报', { aliases: ['迟报', '迟报瞒报'] }),
    text('result', '处置结果', { aliases: ['结果', '处置情况'], personal: 'free' }),
  ],
});
