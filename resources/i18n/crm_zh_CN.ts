<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutCard</name>
        <message>
            <source>Client Keeper {version}</source>
            <translation>贵客簿 {version}</translation>
        </message>
        <message>
            <source>Works without the internet and sends nothing anywhere. MIT licence.</source>
            <translation>不联网，不向任何地方发送数据。MIT 许可。</translation>
        </message>
        <message>
            <source>Inside: {parts}. Their licences lie beside the app.</source>
            <translation>内含：{parts}。各自的许可随应用附上。</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
    </context>
    <context>
        <name>ActivitiesCard</name>
        <message>
            <source>Activities and points</source>
            <translation>活动与积分</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>邀请</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>{points} points</source>
            <translation>{points} 分</translation>
        </message>
        <message>
            <source>{points} points, {expiring} of them until {day}</source>
            <translation>{points} 分，其中 {expiring} 分 {day}到期</translation>
        </message>
        <message>
            <source>{points} points, all of them until {day}</source>
            <translation>{points} 分，{day}全部到期</translation>
        </message>
    </context>
    <context>
        <name>AddingRow</name>
        <message>
            <source>Not noted yet</source>
            <translation>还没记</translation>
        </message>
        <message>
            <source>Add: {what}</source>
            <translation>添加：{what}</translation>
        </message>
    </context>
    <context>
        <name>Addressing</name>
        <message>
            <source>your husband</source>
            <translation>先生</translation>
        </message>
        <message>
            <source>your wife</source>
            <translation>太太</translation>
        </message>
        <message>
            <source>your partner</source>
            <translation>爱人</translation>
        </message>
        <message>
            <source>your daughter</source>
            <translation>孩子</translation>
        </message>
        <message>
            <source>your son</source>
            <translation>孩子</translation>
        </message>
        <message>
            <source>your child</source>
            <translation>孩子</translation>
        </message>
        <message>
            <source>your mother</source>
            <translation>阿姨</translation>
        </message>
        <message>
            <source>your father</source>
            <translation>叔叔</translation>
        </message>
        <message>
            <source>your parents</source>
            <translation>叔叔阿姨</translation>
        </message>
        <message>
            <source>your friend</source>
            <translation>朋友</translation>
        </message>
        <message>
            <source>your family</source>
            <translation>家人</translation>
        </message>
    </context>
    <context>
        <name>Ahead</name>
        <message>
            <source>no 29 February that year</source>
            <translation>平年，没有 29 日</translation>
        </message>
        <message>
            <source>that month has only 29 days</source>
            <translation>当月只有 29 天</translation>
        </message>
        <message>
            <source>no leap {month} that year</source>
            <translation>当年无闰{month}</translation>
        </message>
        <message>
            <source>leap {month} that year, kept in the one before</source>
            <translation>有闰{month}，过前一个</translation>
        </message>
        <message>
            <source>leap {month} that year, kept in the first</source>
            <translation>有闰{month}，过前一个</translation>
        </message>
        <message>
            <source>once more in the leap {month}</source>
            <translation>闰{month}再过一次</translation>
        </message>
        <message>
            <source>Coming days</source>
            <translation>接下来的日子</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} 至 {last}</translation>
        </message>
        <message>
            <source>Own zodiac year</source>
            <translation>本命年</translation>
        </message>
    </context>
    <context>
        <name>AheadCard</name>
        <message>
            <source>Nothing is due in these days.</source>
            <translation>这些天没有要提醒的。</translation>
        </message>
        <message>
            <source>What pops up in the coming 14 days</source>
            <translation>未来 14 天的弹窗</translation>
        </message>
        <message>
            <source>Check her</source>
            <translation>查看提醒</translation>
        </message>
    </context>
    <context>
        <name>Amounts</name>
        <message>
            <source>{figures}k</source>
            <translation>{figures} 万</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
    </context>
    <context>
        <name>Aside</name>
        <message>
            <source>Likes and taboos</source>
            <translation>喜好与忌讳</translation>
        </message>
        <message>
            <source>{name} is allergic to {words}</source>
            <translation>{name}对{words}过敏</translation>
        </message>
        <message>
            <source>Nothing is known yet. Ask in the next talk and note it in the file.</source>
            <translation>还不清楚。下次聊天时问一句，记进档案。</translation>
        </message>
        <message>
            <source>Allergic to {words}</source>
            <translation>对{words}过敏</translation>
        </message>
        <message>
            <source>Never: {words}</source>
            <translation>忌：{words}</translation>
        </message>
        <message>
            <source>Likes {words}</source>
            <translation>喜欢{words}</translation>
        </message>
        <message>
            <source>Given on this day before</source>
            <translation>往年这一天送过</translation>
        </message>
        <message>
            <source>Nothing yet. What you give this time stands here next year.</source>
            <translation>还没有。这次送的，明年会显示在这里。</translation>
        </message>
        <message>
            <source>Gifts to her in {year}</source>
            <translation>{year} 年礼物预算</translation>
        </message>
        <message>
            <source>{spent} of {budget}</source>
            <translation>已用 {spent} / {budget}</translation>
        </message>
        <message>
            <source>{left} left</source>
            <translation>剩 {left}</translation>
        </message>
        <message>
            <source>{over} over</source>
            <translation>超出 {over}</translation>
        </message>
        <message>
            <source>Copy the phone number</source>
            <translation>复制电话</translation>
        </message>
        <message>
            <source>Copy the WeChat name</source>
            <translation>复制微信号</translation>
        </message>
        <message>
            <source>For this day</source>
            <translation>这一天的联系</translation>
        </message>
    </context>
    <context>
        <name>Ask</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>好</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
    </context>
    <context>
        <name>BackupRow</name>
        <message>
            <source>Restore test</source>
            <translation>恢复测试</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>恢复…</translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message>
            <source>when the book was closed</source>
            <translation>关闭时</translation>
        </message>
        <message>
            <source>while you worked</source>
            <translation>工作中</translation>
        </message>
        <message>
            <source>you asked for it</source>
            <translation>手动备份</translation>
        </message>
        <message>
            <source>before an import</source>
            <translation>导入之前</translation>
        </message>
        <message>
            <source>after a deletion for good</source>
            <translation>彻底删除之后</translation>
        </message>
        <message>
            <source>before an update</source>
            <translation>升级之前</translation>
        </message>
        <message>
            <source>before a restore</source>
            <translation>恢复之前</translation>
        </message>
        <message>
            <source>after the keys were renewed</source>
            <translation>更换密钥之后</translation>
        </message>
        <message>
            <source>{reason} · {clients} clients · {size} MB</source>
            <translation>{reason} · {clients} 位客户 · {size} MB</translation>
        </message>
        <message>
            <source>{reason} · {clients} clients · {photos} photos and documents · {size} MB</source>
            <translation>{reason} · {clients} 位客户 · {photos} 份照片与文件 · {size} MB</translation>
        </message>
    </context>
    <context>
        <name>BackupsCard</name>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Copy nowhere else</source>
            <translation>不再另存</translation>
        </message>
        <message>
            <source>Second folder</source>
            <translation>第二个备份位置</translation>
        </message>
        <message>
            <source>None. A USB stick or another disk saves the book if this one breaks.</source>
            <translation>未设置。另存到 U 盘或其他硬盘，这块硬盘坏了也不怕。</translation>
        </message>
        <message>
            <source>No backup yet.</source>
            <translation>还没有备份。</translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Show all {count}</source>
            <translation>显示全部 {count} 个</translation>
        </message>
        <message>
            <source>No restore test yet. Once a month is a good habit.</source>
            <translation>还没有做过恢复测试，建议每月做一次。</translation>
        </message>
        <message>
            <source>Last restore test: {day}</source>
            <translation>上次恢复测试：{day}</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backing up…</source>
            <translation>正在备份…</translation>
        </message>
        <message>
            <source>Backed up and verified.</source>
            <translation>已备份并校验。</translation>
        </message>
        <message>
            <source>Second folder for backups</source>
            <translation>第二个备份位置</translation>
        </message>
        <message>
            <source>Unpacking the backup and checking every page…</source>
            <translation>正在解开备份，逐页检查…</translation>
        </message>
        <message>
            <source>The backup of {moment} is whole and can be restored.</source>
            <translation>{moment} 的备份完好，可以恢复。</translation>
        </message>
        <message>
            <source>The backup of {moment} is whole, but {count} photos or documents in it are not kept beside it any more.</source>
            <translation>{moment} 的备份完好，但其中 {count} 份照片或文件已不在备份旁边。</translation>
        </message>
        <message>
            <source>The book becomes what it was at {moment}. What is in it now is backed up first, so you can come back the same way. The app starts anew.</source>
            <translation>客户簿会回到 {moment} 的样子。现在的内容会先备份，之后可以用同样的办法回来。完成后重启。</translation>
        </message>
        <message>
            <source>Restore this backup?</source>
            <translation>恢复这个备份？</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Restoring…</source>
            <translation>正在恢复…</translation>
        </message>
        <message>
            <source>The passphrase of that time</source>
            <translation>当时的密码</translation>
        </message>
        <message>
            <source>This backup was made before the keys were renewed.</source>
            <translation>这个备份是更换密钥之前做的。</translation>
        </message>
    </context>
    <context>
        <name>BillFields</name>
        <message>
            <source>Order number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Clinic card number</source>
            <translation>会员卡号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Kind of visit</source>
            <translation>到院类型</translation>
        </message>
        <message>
            <source>Kind of bill</source>
            <translation>收费类型</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Price of one</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Price before discount</source>
            <translation>原价</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>实付</translation>
        </message>
        <message>
            <source>Doctor</source>
            <translation>医生</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>BillLine</name>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>What was done or bought</source>
            <translation>做了或买了什么</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>实收</translation>
        </message>
        <message>
            <source>¥ paid</source>
            <translation>实收 ¥</translation>
        </message>
        <message>
            <source>How it was paid</source>
            <translation>收费方式</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Leave this line out</source>
            <translation>去掉这一行</translation>
        </message>
        <message>
            <source>× 1</source>
            <translation>× 1</translation>
        </message>
        <message>
            <source>sessions</source>
            <translation>共几次</translation>
        </message>
    </context>
    <context>
        <name>BillLines</name>
        <message>
            <source>Another line</source>
            <translation>再加一行</translation>
        </message>
    </context>
    <context>
        <name>Briefing</name>
        <message>
            <source>To begin with</source>
            <translation>开场三句</translation>
        </message>
        <message>
            <source>Last time</source>
            <translation>上次</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>答应过的</translation>
        </message>
        <message>
            <source>Last gift</source>
            <translation>上次的礼物</translation>
        </message>
        <message>
            <source>Do not say</source>
            <translation>别说</translation>
        </message>
        <message>
            <source>Taboos and allergies</source>
            <translation>忌讳与过敏</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>家人</translation>
        </message>
        <message>
            <source>Sessions and money open</source>
            <translation>剩余次数与未了款项</translation>
        </message>
        <message>
            <source>May want</source>
            <translation>可能想做</translation>
        </message>
        <message>
            <source>Likes</source>
            <translation>喜好</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Private, on the screen only</source>
            <translation>私密（只在屏幕上显示）</translation>
        </message>
        <message>
            <source>Worth asking</source>
            <translation>值得一问</translation>
        </message>
        <message>
            <source>When her birthday is, solar or lunar</source>
            <translation>她的生日，阳历还是农历</translation>
        </message>
        <message>
            <source>Who is in her family</source>
            <translation>家里有谁</translation>
        </message>
        <message>
            <source>When her child's birthday is</source>
            <translation>孩子的生日</translation>
        </message>
        <message>
            <source>When her husband's birthday is</source>
            <translation>老公的生日</translation>
        </message>
        <message>
            <source>Who knows about her treatments</source>
            <translation>家里谁知道她做项目</translation>
        </message>
        <message>
            <source>Whether she is allergic to anything</source>
            <translation>对什么过敏</translation>
        </message>
        <message>
            <source>What she likes to drink, to eat, to do</source>
            <translation>爱喝什么、吃什么，平时喜欢做什么</translation>
        </message>
        <message>
            <source>In front of {person}: not a word of treatments, doctors or prices</source>
            <translation>当着{person}的面：不提项目、医生和价格</translation>
        </message>
        <message>
            <source>Not sure whether {person} knows: no word of treatments there either</source>
            <translation>不确定{person}知不知道：当面也别提项目</translation>
        </message>
        <message>
            <source>Her complaint is open: care first, nothing is sold</source>
            <translation>投诉还没处理完：先关心，不推项目</translation>
        </message>
        <message>
            <source>A death in the family: quiet words, nothing merry, nothing is sold</source>
            <translation>家里有白事：说话轻一点，不说喜庆话，不推项目</translation>
        </message>
        <message>
            <source>Do not ask after {person}</source>
            <translation>别问起{person}</translation>
        </message>
        <message>
            <source>Separated: nothing of husband or wedding</source>
            <translation>已分开：别提老公和结婚的事</translation>
        </message>
        <message>
            <source>Still recovering: ask how she is, sell nothing</source>
            <translation>还在恢复期：只关心，不推项目</translation>
        </message>
        <message>
            <source>{names} must not hear of her treatments: no word of the clinic in front of them.</source>
            <translation>{names}不知道她做项目：当面不提医院、项目和价格。</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>到院</translation>
        </message>
        <message>
            <source>next: {step}</source>
            <translation>下一步：{step}</translation>
        </message>
        <message>
            <source>satisfied {n}/5</source>
            <translation>满意度 {n}/5</translation>
        </message>
        <message>
            <source>again {day}</source>
            <translation>下次联系：{day}</translation>
        </message>
        <message>
            <source>overdue since {day}</source>
            <translation>已过期：{day}</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>期限：{day}</translation>
        </message>
        <message>
            <source>{project}: {left} of {bought} left</source>
            <translation>{project}：剩 {left} 次，共 {bought} 次</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>有效期至 {day}</translation>
        </message>
        <message>
            <source>{project}: {sum} paid, not treated yet</source>
            <translation>{project}：已缴 {sum}，未治疗</translation>
        </message>
        <message>
            <source>{project}: {sum} deposit</source>
            <translation>{project}：预约金 {sum}</translation>
        </message>
        <message>
            <source>No project named</source>
            <translation>未写项目</translation>
        </message>
        <message>
            <source>Stored value left: {sum}</source>
            <translation>储值余额：{sum}</translation>
        </message>
        <message>
            <source>budget {sum}</source>
            <translation>预算 {sum}</translation>
        </message>
        <message>
            <source>Allergic: {what}</source>
            <translation>过敏：{what}</translation>
        </message>
        <message>
            <source>Health: {what}</source>
            <translation>身体情况：{what}</translation>
        </message>
        <message>
            <source>{age} years old</source>
            <translation>{age} 岁</translation>
        </message>
        <message>
            <source>birthday {day}</source>
            <translation>生日 {day}</translation>
        </message>
        <message>
            <source>birthday {day}, turns {age}</source>
            <translation>生日 {day}，满 {age} 岁</translation>
        </message>
        <message>
            <source>for {person}</source>
            <translation>送给{person}</translation>
        </message>
        <message>
            <source>"{words}"</source>
            <translation>“{words}”</translation>
        </message>
        <message>
            <source>does not know</source>
            <translation>不知道她做项目</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names}等（另有 {count} 位）</translation>
        </message>
        <message>
            <source>last here {when}</source>
            <translation>上次到院：{when}</translation>
        </message>
        <message>
            <source>not here yet</source>
            <translation>还没来过</translation>
        </message>
        <message>
            <source>{person}: {what}</source>
            <translation>{person}：{what}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>BriefingPage</name>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>存为 PDF…</translation>
        </message>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回（Esc）</translation>
        </message>
        <message>
            <source>The PDF is not encrypted: whoever has the file can read it. (Ctrl+S)</source>
            <translation>PDF 不加密，谁拿到都能看。（Ctrl+S）</translation>
        </message>
        <message>
            <source>On one sheet of A4 (Ctrl+P)</source>
            <translation>一张 A4 纸（Ctrl+P）</translation>
        </message>
        <message>
            <source>Deceased</source>
            <translation>已故</translation>
        </message>
        <message>
            <source>Nothing is known of {name} yet</source>
            <translation>对{name}还一无所知</translation>
        </message>
        <message>
            <source>A first talk is the best time to ask. What you learn goes into her file.</source>
            <translation>第一次聊天最适合问。问到的都记进她的档案。</translation>
        </message>
        <message>
            <source>Briefing {name} {day}.pdf</source>
            <translation>接诊前一页纸 {name} {day}.pdf</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
    </context>
    <context>
        <name>BugHook</name>
        <message>
            <source>Please note</source>
            <translation>请留意</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>出了点问题</translation>
        </message>
        <message>
            <source>Client Keeper met an error of its own. What you saved is safe. If it happens again, restart the app; the log file in Settings tells where.</source>
            <translation>贵客簿内部出错了。已保存的内容都在。如果再次出现，请重启软件；设置里的日志文件记下了出错的位置。</translation>
        </message>
    </context>
    <context>
        <name>BulkBar</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Pick nobody</source>
            <translation>取消选择</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>{count} picked</source>
            <translation>已选 {count} 位</translation>
        </message>
        <message>
            <source>Pick all {count}</source>
            <translation>选中全部 {count} 位</translation>
        </message>
    </context>
    <context>
        <name>CalendarFilters</name>
        <message>
            <source>Whose days are shown</source>
            <translation>看谁的日子</translation>
        </message>
        <message>
            <source>{kind} {count}</source>
            <translation>{kind} {count}</translation>
        </message>
    </context>
    <context>
        <name>CalendarPage</name>
        <message>
            <source>Days</source>
            <translation>日子</translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>Entries: {count}, of big clients: {big}</source>
            <translation>{count} 项，其中大客户 {big} 项</translation>
        </message>
        <message>
            <source>Print the month</source>
            <translation>打印本月</translation>
        </message>
    </context>
    <context>
        <name>CalendarTop</name>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation>日程</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>往前</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Onward</source>
            <translation>往后</translation>
        </message>
        <message>
            <source>Go to a day (G)</source>
            <translation>跳到某一天（G）</translation>
        </message>
        <message>
            <source>Print the month</source>
            <translation>打印本月</translation>
        </message>
        <message>
            <source>Print with initials</source>
            <translation>打印，姓名只留姓</translation>
        </message>
        <message>
            <source>Print with names</source>
            <translation>打印，姓名完整</translation>
        </message>
        <message>
            <source>Print an empty month</source>
            <translation>打印空白月历</translation>
        </message>
        <message>
            <source>{first} – {last} {month} {year}</source>
            <translation>{year} 年 {month} {first} – {last} 日</translation>
        </message>
        <message>
            <source>{first} {before} – {last} {month} {year}</source>
            <translation>{year} 年 {before} {first} 日 – {month} {last} 日</translation>
        </message>
    </context>
    <context>
        <name>CalendarWords</name>
        <message>
            <source>Birthdays</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Anniversaries</source>
            <translation>纪念日</translation>
        </message>
        <message>
            <source>Children</source>
            <translation>孩子</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Festivals</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>All clients</source>
            <translation>全部客户</translation>
        </message>
        <message>
            <source>Big clients only</source>
            <translation>只看大客户</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>已订</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>不办了</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>错过了</translation>
        </message>
        <message>
            <source>Tier {tier} only</source>
            <translation>只看 {tier} 级</translation>
        </message>
        <message>
            <source>Lunar {month}.{day}</source>
            <translation>农历 {month}.{day}</translation>
        </message>
        <message>
            <source>Leap {month}.{day}</source>
            <translation>闰{month}.{day}</translation>
        </message>
        <message>
            <source>Day off</source>
            <translation>休息</translation>
        </message>
        <message>
            <source>Worked</source>
            <translation>上班</translation>
        </message>
        <message>
            <source>off</source>
            <translation>休</translation>
        </message>
        <message>
            <source>work</source>
            <translation>班</translation>
        </message>
        <message>
            <source>{client} · {person}</source>
            <translation>{client} · {person}</translation>
        </message>
        <message>
            <source>{count} to greet</source>
            <translation>{count} 位待问候</translation>
        </message>
        <message>
            <source>{kind}: {what}</source>
            <translation>{kind}：{what}</translation>
        </message>
        <message>
            <source>{whose}: {what}</source>
            <translation>{whose}：{what}</translation>
        </message>
    </context>
    <context>
        <name>CallForm</name>
        <message>
            <source>I have called her</source>
            <translation>已通话</translation>
        </message>
        <message>
            <source>To say</source>
            <translation>可以这样说</translation>
        </message>
        <message>
            <source>She was glad; the cake comes at six</source>
            <translation>她很高兴，说六点家里有人</translation>
        </message>
        <message>
            <source>Talk again on</source>
            <translation>下次联系</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>通话结果</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
    </context>
    <context>
        <name>Canonical</name>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>She may want it</source>
            <translation>可开发</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>疗程卡</translation>
        </message>
        <message>
            <source>Paid ahead</source>
            <translation>预付款</translation>
        </message>
        <message>
            <source>Herself</source>
            <translation>本人</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>家庭成员</translation>
        </message>
        <message>
            <source>Visits and bills</source>
            <translation>到院消费</translation>
        </message>
        <message>
            <source>Projects</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Gifts</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Deliveries</source>
            <translation>配送</translation>
        </message>
    </context>
    <context>
        <name>Capture</name>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Wedding day</source>
            <translation>结婚纪念日</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Likes</source>
            <translation>喜好</translation>
        </message>
        <message>
            <source>Taboo</source>
            <translation>忌讳</translation>
        </message>
        <message>
            <source>Allergy</source>
            <translation>过敏</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>答应的事</translation>
        </message>
        <message>
            <source>Next talk</source>
            <translation>下次联系</translation>
        </message>
        <message>
            <source>May want</source>
            <translation>意向项目</translation>
        </message>
        <message>
            <source>Gift given</source>
            <translation>已送礼物</translation>
        </message>
        <message>
            <source>Gift idea</source>
            <translation>礼物想法</translation>
        </message>
        <message>
            <source>Talk</source>
            <translation>沟通</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>already in her file</source>
            <translation>档案里已有</translation>
        </message>
        <message>
            <source>replaces {before}</source>
            <translation>将替换 {before}</translation>
        </message>
        <message>
            <source>fills a gap</source>
            <translation>补上空缺</translation>
        </message>
        <message>
            <source>new in her family</source>
            <translation>新增家人</translation>
        </message>
    </context>
    <context>
        <name>Cards</name>
        <message>
            <source>Ask the shop whether it comes as ordered</source>
            <translation>跟店家确认：东西、时间都照旧吗</translation>
        </message>
        <message>
            <source>Note how it was received</source>
            <translation>记下收到后的反应</translation>
        </message>
        <message>
            <source>Have the cake delivered, and call her so that she buys no second one</source>
            <translation>今天送蛋糕，记得给她打电话，免得再买一个</translation>
        </message>
        <message>
            <source>The day has just passed: a word still pleases her</source>
            <translation>日子刚过，补一句问候还来得及</translation>
        </message>
        <message>
            <source>Get in touch and note what came of it</source>
            <translation>联系一下，记下结果</translation>
        </message>
        <message>
            <source>Ask how she is recovering</source>
            <translation>问问恢复得怎么样</translation>
        </message>
        <message>
            <source>Keep what you promised</source>
            <translation>答应过的事，别忘了办</translation>
        </message>
        <message>
            <source>Tell her before they expire</source>
            <translation>到期前提醒她</translation>
        </message>
        <message>
            <source>Think of what to send, and to whom</source>
            <translation>想好送什么、送给谁</translation>
        </message>
        <message>
            <source>Greet them and tick them off</source>
            <translation>逐一问候，发完打勾</translation>
        </message>
        <message>
            <source>{count} points expire</source>
            <translation>{count} 积分即将到期</translation>
        </message>
        <message>
            <source>{count} clients to greet</source>
            <translation>{count} 位待问候</translation>
        </message>
        <message>
            <source>{count} client to greet</source>
            <translation>{count} 位待问候</translation>
        </message>
        <message>
            <source>{event} · {when}</source>
            <translation>{event} · {when}</translation>
        </message>
    </context>
    <context>
        <name>Cautions</name>
        <message>
            <source>You have taken this very file in before.</source>
            <translation>这份文件之前已经导入过。</translation>
        </message>
        <message>
            <source>There is a newer sheet than this one. Nothing you changed since is put back to what it was.</source>
            <translation>之后还有更新的表。这份表不会把您后来改过的内容改回去。</translation>
        </message>
        <message>
            <source>This sheet is from somebody else's client book.</source>
            <translation>这份表来自别人的客户簿。</translation>
        </message>
        <message>
            <source>A newer version of this program wrote the sheet; what it adds is left out.</source>
            <translation>这份表由更新版本的客户簿写出，新增的内容不会读入。</translation>
        </message>
        <message>
            <source>Phone numbers are masked in this sheet; yours stay as they are.</source>
            <translation>这份表里的电话已隐藏中间几位，客户簿里的号码不变。</translation>
        </message>
        <message>
            <source>You have taken this very file in before, on {day} at {time}.</source>
            <translation>这份文件之前已经导入过（{day} {time}）。</translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Fact</source>
            <translation>资料</translation>
        </message>
        <message>
            <source>Family member</source>
            <translation>家人</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日子</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>到院记录</translation>
        </message>
        <message>
            <source>Bill</source>
            <translation>账单</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>套餐</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>预约金</translation>
        </message>
        <message>
            <source>Gift</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系记录</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>活动通知</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>授权</translation>
        </message>
        <message>
            <source>Attachment</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Festival</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>到院状态</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Clinic card</source>
            <translation>就诊卡</translation>
        </message>
        <message>
            <source>Preference</source>
            <translation>喜好</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>List</source>
            <translation>名单</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>邀请</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>店家</translation>
        </message>
        <message>
            <source>{thing} added</source>
            <translation>已添加{thing}</translation>
        </message>
        <message>
            <source>{thing} saved</source>
            <translation>已保存{thing}</translation>
        </message>
        <message>
            <source>{thing} deleted</source>
            <translation>已删除{thing}</translation>
        </message>
        <message>
            <source>{thing} removed</source>
            <translation>已移除{thing}</translation>
        </message>
        <message>
            <source>{thing} archived</source>
            <translation>已归档{thing}</translation>
        </message>
        <message>
            <source>{thing} taken out of the archive</source>
            <translation>{thing}已取消归档</translation>
        </message>
        <message>
            <source>{thing} restored</source>
            <translation>已恢复{thing}</translation>
        </message>
        <message>
            <source>{thing} put in the trash</source>
            <translation>{thing}已移入回收站</translation>
        </message>
        <message>
            <source>{thing} taken out of the trash</source>
            <translation>{thing}已移出回收站</translation>
        </message>
        <message>
            <source>{thing} merged</source>
            <translation>已合并{thing}</translation>
        </message>
        <message>
            <source>{thing} done</source>
            <translation>已完成{thing}</translation>
        </message>
        <message>
            <source>{thing} kept</source>
            <translation>已兑现{thing}</translation>
        </message>
        <message>
            <source>{thing} put off</source>
            <translation>已推迟{thing}</translation>
        </message>
        <message>
            <source>{thing} dismissed</source>
            <translation>已忽略{thing}</translation>
        </message>
        <message>
            <source>{thing} ordered</source>
            <translation>已订好{thing}</translation>
        </message>
        <message>
            <source>{thing} given</source>
            <translation>已送出{thing}</translation>
        </message>
        <message>
            <source>{thing} used</source>
            <translation>已使用{thing}</translation>
        </message>
        <message>
            <source>{thing} planned</source>
            <translation>已安排{thing}</translation>
        </message>
        <message>
            <source>{thing} closed</source>
            <translation>已结束{thing}</translation>
        </message>
        <message>
            <source>{thing} moved</source>
            <translation>{thing}已移动</translation>
        </message>
        <message>
            <source>{thing} redeemed</source>
            <translation>已兑换{thing}</translation>
        </message>
        <message>
            <source>Invited to an activity</source>
            <translation>已邀请参加活动</translation>
        </message>
        <message>
            <source>Photos removed</source>
            <translation>照片已移除</translation>
        </message>
        <message>
            <source>Two entries made one client</source>
            <translation>已合并为一位客户</translation>
        </message>
        <message>
            <source>Noted as two people</source>
            <translation>已记下：不是同一个人</translation>
        </message>
        <message>
            <source>Parted: those dates have ended</source>
            <translation>已分开：相关日子不再提醒</translation>
        </message>
        <message>
            <source>Delivery confirmed</source>
            <translation>送达安排已确认</translation>
        </message>
        <message>
            <source>Call noted</source>
            <translation>通话已记录</translation>
        </message>
        <message>
            <source>Step left out</source>
            <translation>已跳过一步</translation>
        </message>
        <message>
            <source>Step taken up again</source>
            <translation>已重新做这一步</translation>
        </message>
        <message>
            <source>Suppliers put in order</source>
            <translation>店家顺序已调整</translation>
        </message>
        <message>
            <source>Reaction noted</source>
            <translation>已记下反应</translation>
        </message>
        <message>
            <source>Tag given to clients</source>
            <translation>已给客户加标签</translation>
        </message>
        <message>
            <source>Tag taken off clients</source>
            <translation>已去掉客户标签</translation>
        </message>
        <message>
            <source>Consultant of clients changed</source>
            <translation>已更改所属顾问</translation>
        </message>
        <message>
            <source>Marked as big clients</source>
            <translation>已标为大客户</translation>
        </message>
        <message>
            <source>Mark of big clients taken off</source>
            <translation>已取消大客户标记</translation>
        </message>
        <message>
            <source>Session had</source>
            <translation>已划扣</translation>
        </message>
        <message>
            <source>Treated</source>
            <translation>已治疗</translation>
        </message>
        <message>
            <source>Refund noted</source>
            <translation>已记退款</translation>
        </message>
        <message>
            <source>Client list imported</source>
            <translation>已导入客户名单</translation>
        </message>
        <message>
            <source>Clinic export imported</source>
            <translation>已导入机构数据</translation>
        </message>
        <message>
            <source>Our sheet taken in again</source>
            <translation>已导入发回的表</translation>
        </message>
        <message>
            <source>Import taken back</source>
            <translation>导入已撤回</translation>
        </message>
        <message>
            <source>Contacts imported</source>
            <translation>已导入通讯录</translation>
        </message>
        <message>
            <source>Days found again</source>
            <translation>日子已修复，可以提醒</translation>
        </message>
        <message>
            <source>Greeting noted as sent</source>
            <translation>问候已记为发出</translation>
        </message>
        <message>
            <source>Greeting text added</source>
            <translation>问候语已添加</translation>
        </message>
        <message>
            <source>Greeting text saved</source>
            <translation>问候语已保存</translation>
        </message>
        <message>
            <source>Greeting text removed</source>
            <translation>问候语已删除</translation>
        </message>
        <message>
            <source>The text that came with the app is back</source>
            <translation>已恢复自带的问候语</translation>
        </message>
        <message>
            <source>Greeted</source>
            <translation>已问候</translation>
        </message>
        <message>
            <source>Ticked off with a gift</source>
            <translation>已记送礼</translation>
        </message>
        <message>
            <source>Left out this time</source>
            <translation>这次跳过</translation>
        </message>
        <message>
            <source>Tick taken back</source>
            <translation>已取消勾选</translation>
        </message>
        <message>
            <source>List remembered</source>
            <translation>已记住表格读法</translation>
        </message>
        <message>
            <source>Known list changed</source>
            <translation>表格读法已修改</translation>
        </message>
        <message>
            <source>Known list removed</source>
            <translation>表格读法已删除</translation>
        </message>
        <message>
            <source>Demo clients added</source>
            <translation>已加入示例客户</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>{deed}: {subject}</source>
            <translation>{deed}：{subject}</translation>
        </message>
        <message>
            <source>Undone – {change}</source>
            <translation>已撤销 — {change}</translation>
        </message>
        <message>
            <source>Done again – {change}</source>
            <translation>已重做 — {change}</translation>
        </message>
    </context>
    <context>
        <name>Check</name>
        <message>
            <source>Will not remind: she is in the trash</source>
            <translation>不会提醒：已移入回收站</translation>
        </message>
        <message>
            <source>Will not remind: she has died</source>
            <translation>不会提醒：已设为“去世”</translation>
        </message>
        <message>
            <source>Will not remind: she is in the archive</source>
            <translation>不会提醒：已归档</translation>
        </message>
        <message>
            <source>Will not remind: she does not want to be contacted</source>
            <translation>不会提醒：已设为“不要联系”</translation>
        </message>
        <message>
            <source>Cannot remind: no day is known</source>
            <translation>无法提醒：还不知道日期</translation>
        </message>
        <message>
            <source>Will not remind: it is not kept any more</source>
            <translation>不会提醒：已设为“不再过”</translation>
        </message>
        <message>
            <source>Will not remind: it is not the one celebrated</source>
            <translation>不会提醒：不是过的那一个</translation>
        </message>
        <message>
            <source>Will not remind: this day does not come again before 2101</source>
            <translation>不会提醒：2101 年之前不会再有这一天</translation>
        </message>
        <message>
            <source>Will not remind: Settings say so for clients of her tier</source>
            <translation>不会提醒：设置里对她这一级客户不提醒这类日子</translation>
        </message>
        <message>
            <source>Would be forgotten: the book does not find this day</source>
            <translation>会被漏掉：客户簿找不到这一天</translation>
        </message>
        <message>
            <source>in the trash</source>
            <translation>在回收站</translation>
        </message>
        <message>
            <source>died</source>
            <translation>已去世</translation>
        </message>
        <message>
            <source>in the archive</source>
            <translation>已归档</translation>
        </message>
        <message>
            <source>not to be contacted</source>
            <translation>不要联系</translation>
        </message>
        <message>
            <source>no day is known</source>
            <translation>还没有任何日期</translation>
        </message>
        <message>
            <source>not kept any more</source>
            <translation>不再过</translation>
        </message>
        <message>
            <source>none is the one celebrated</source>
            <translation>没有选定过哪一个</translation>
        </message>
        <message>
            <source>does not come again before 2101</source>
            <translation>2101 年之前不会再有</translation>
        </message>
        <message>
            <source>off in Settings</source>
            <translation>设置里已关闭</translation>
        </message>
        <message>
            <source>not found by the book</source>
            <translation>客户簿找不到</translation>
        </message>
        <message>
            <source>By the choice made for it, it skips years</source>
            <translation>按选定的过法，并非每年都有</translation>
        </message>
        <message>
            <source>It comes round for the first time</source>
            <translation>第一次到来</translation>
        </message>
        <message>
            <source>Follow-up after a talk</source>
            <translation>沟通后的回访</translation>
        </message>
        <message>
            <source>Follow-up after a visit</source>
            <translation>到院后的回访</translation>
        </message>
        <message>
            <source>A promise</source>
            <translation>答应她的事</translation>
        </message>
        <message>
            <source>Points that expire</source>
            <translation>积分到期</translation>
        </message>
        <message>
            <source>A festival</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>A day of the child</source>
            <translation>孩子的日子</translation>
        </message>
        <message>
            <source>to prepare</source>
            <translation>准备</translation>
        </message>
        <message>
            <source>to confirm the delivery</source>
            <translation>确认送达</translation>
        </message>
        <message>
            <source>on the day</source>
            <translation>当天</translation>
        </message>
        <message>
            <source>to ask how it was liked</source>
            <translation>问问喜不喜欢</translation>
        </message>
        <message>
            <source>60 days ahead</source>
            <translation>提前 60 天</translation>
        </message>
        <message>
            <source>30 days ahead</source>
            <translation>提前 30 天</translation>
        </message>
        <message>
            <source>7 days ahead</source>
            <translation>提前 7 天</translation>
        </message>
        <message>
            <source>taken up again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>told {at}</source>
            <translation>已提醒（{at}）</translation>
        </message>
        <message>
            <source>put off until {until}</source>
            <translation>推迟到 {until}</translation>
        </message>
        <message>
            <source>ordered {changed}</source>
            <translation>已订（{changed}）</translation>
        </message>
        <message>
            <source>done {changed}</source>
            <translation>已完成（{changed}）</translation>
        </message>
        <message>
            <source>let go {changed}</source>
            <translation>这次不办（{changed}）</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>错过</translation>
        </message>
        <message>
            <source>The clock of this computer says {day}: set date and time right</source>
            <translation>这台电脑的时钟显示 {day}，请校准日期和时间</translation>
        </message>
        <message>
            <source>The clock says {day}, which is before the last time you worked: is it right?</source>
            <translation>电脑时钟显示 {day}，比您上次使用还早，请核对</translation>
        </message>
        <message>
            <source>The clock says {day}, over a year after the last time you worked: is it right?</source>
            <translation>电脑时钟显示 {day}，距您上次使用已超过一年，请核对</translation>
        </message>
        <message>
            <source>Her birthday</source>
            <translation>本人生日</translation>
        </message>
        <message>
            <source>Birthday of her husband</source>
            <translation>她先生的生日</translation>
        </message>
        <message>
            <source>Birthday of her child</source>
            <translation>她孩子的生日</translation>
        </message>
        <message>
            <source>{title}: {fact}</source>
            <translation>{title}：{fact}</translation>
        </message>
        <message>
            <source>One entry in her file cannot be read</source>
            <translation>她的档案里有 1 条记录读不出来</translation>
        </message>
        <message>
            <source>{count} entries in her file cannot be read</source>
            <translation>她的档案里有 {count} 条记录读不出来</translation>
        </message>
        <message>
            <source>{why}: next {day}</source>
            <translation>{why}：下次 {day}</translation>
        </message>
        <message>
            <source>Next: {day}</source>
            <translation>下次：{day}</translation>
        </message>
        <message>
            <source>Was due: {day}</source>
            <translation>原定：{day}</translation>
        </message>
        <message>
            <source>{next} · {event}</source>
            <translation>{next} · {event}</translation>
        </message>
        <message>
            <source>{day} {time} {stage}</source>
            <translation>{day} {time}（{stage}）</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between pop-ups</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Pops up {times}</source>
            <translation>弹窗：{times}</translation>
        </message>
        <message>
            <source>{stage} – {deed}</source>
            <translation>{stage} {deed}</translation>
        </message>
        <message>
            <source>Entered after {day}: not told that time</source>
            <translation>{day} 之后才录入，那次没有提醒</translation>
        </message>
        <message>
            <source>for {day}</source>
            <translation>为 {day}</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>还没有</translation>
        </message>
        <message>
            <source>{day} {time}</source>
            <translation>{day} {time}</translation>
        </message>
        <message>
            <source>to prepare, {days} days ahead</source>
            <translation>准备，提前 {days} 天</translation>
        </message>
        <message>
            <source>to prepare, the day before</source>
            <translation>准备，提前 1 天</translation>
        </message>
        <message>
            <source> · </source>
            <comment>between what was done</comment>
            <translation> · </translation>
        </message>
        <message>
            <source>{day}: {deeds}</source>
            <translation>{day}：{deeds}</translation>
        </message>
        <message>
            <source>{person} · {what}</source>
            <translation>{person} · {what}</translation>
        </message>
    </context>
    <context>
        <name>CheckFixes</name>
        <message>
            <source>Celebrate this one</source>
            <translation>就过这一个</translation>
        </message>
        <message>
            <source>Keep it again</source>
            <translation>恢复提醒</translation>
        </message>
        <message>
            <source>Take out of the archive</source>
            <translation>取消归档</translation>
        </message>
        <message>
            <source>May be contacted again</source>
            <translation>可以再联系</translation>
        </message>
        <message>
            <source>Take out of the trash</source>
            <translation>移出回收站</translation>
        </message>
        <message>
            <source>Enter it</source>
            <translation>去填写</translation>
        </message>
        <message>
            <source>Open Settings</source>
            <translation>打开设置</translation>
        </message>
        <message>
            <source>Mend it</source>
            <translation>修复</translation>
        </message>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>Check one client</source>
            <translation>查一位客户</translation>
        </message>
        <message>
            <source>Check one client: name or pinyin</source>
            <translation>查一位客户：姓名或拼音</translation>
        </message>
        <message>
            <source>Check my reminders</source>
            <translation>查提醒</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回（Esc）</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Going through every day of the book…</source>
            <translation>正在逐一核对簿中的日子…</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>Female</source>
            <translation>女</translation>
        </message>
        <message>
            <source>Male</source>
            <translation>男</translation>
        </message>
        <message>
            <source>Tier A</source>
            <translation>A 级</translation>
        </message>
        <message>
            <source>Tier B</source>
            <translation>B 级</translation>
        </message>
        <message>
            <source>Tier C</source>
            <translation>C 级</translation>
        </message>
        <message>
            <source>Tier D</source>
            <translation>D 级</translation>
        </message>
        <message>
            <source>Tier E</source>
            <translation>E 级</translation>
        </message>
        <message>
            <source>Has not come yet</source>
            <translation>未上门</translation>
        </message>
        <message>
            <source>Came, nothing bought</source>
            <translation>已上门未成交</translation>
        </message>
        <message>
            <source>Came and bought</source>
            <translation>已上门成交</translation>
        </message>
        <message>
            <source>Husband</source>
            <translation>老公</translation>
        </message>
        <message>
            <source>Wife</source>
            <translation>妻子</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>伴侣</translation>
        </message>
        <message>
            <source>Child</source>
            <translation>孩子</translation>
        </message>
        <message>
            <source>Parent</source>
            <translation>父母</translation>
        </message>
        <message>
            <source>Brother or sister</source>
            <translation>兄弟姐妹</translation>
        </message>
        <message>
            <source>Friend</source>
            <translation>朋友</translation>
        </message>
        <message>
            <source>Other person</source>
            <translation>其他人</translation>
        </message>
        <message>
            <source>Knows about her treatments</source>
            <translation>知道她做过项目</translation>
        </message>
        <message>
            <source>Does not know about her treatments</source>
            <translation>不知道她做过项目</translation>
        </message>
        <message>
            <source>Not sure whether they know</source>
            <translation>不清楚是否知道</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Wedding anniversary</source>
            <translation>结婚纪念日</translation>
        </message>
        <message>
            <source>A day she values</source>
            <translation>她看重的日子</translation>
        </message>
        <message>
            <source>Likes</source>
            <translation>喜好</translation>
        </message>
        <message>
            <source>Taboo</source>
            <translation>忌讳</translation>
        </message>
        <message>
            <source>Allergy</source>
            <translation>过敏</translation>
        </message>
        <message>
            <source>First consultation</source>
            <translation>初诊</translation>
        </message>
        <message>
            <source>Return visit</source>
            <translation>复诊</translation>
        </message>
        <message>
            <source>Check-up</source>
            <translation>复查</translation>
        </message>
        <message>
            <source>Repeat purchase</source>
            <translation>再消费</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>纠纷</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Stored value added</source>
            <translation>储值充值</translation>
        </message>
        <message>
            <source>Paid from stored value</source>
            <translation>储值划扣</translation>
        </message>
        <message>
            <source>Session of a package</source>
            <translation>疗程划扣</translation>
        </message>
        <message>
            <source>Deposit taken</source>
            <translation>收预约金</translation>
        </message>
        <message>
            <source>Paid from a deposit</source>
            <translation>预约金转消费</translation>
        </message>
        <message>
            <source>Deposit given back</source>
            <translation>退预约金</translation>
        </message>
        <message>
            <source>Stored value given back</source>
            <translation>退储值</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>预约金</translation>
        </message>
        <message>
            <source>Paid, not treated yet</source>
            <translation>缴费未治疗</translation>
        </message>
        <message>
            <source>Converted</source>
            <translation>已转项目</translation>
        </message>
        <message>
            <source>Refunded</source>
            <translation>已退款</translation>
        </message>
        <message>
            <source>Keeping her file</source>
            <translation>建立档案</translation>
        </message>
        <message>
            <source>Messages and calls</source>
            <translation>联系与回访</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Idea</source>
            <translation>想法</translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>已订</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>已送</translation>
        </message>
        <message>
            <source>To be kept</source>
            <translation>待兑现</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>未兑现</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未处理</translation>
        </message>
        <message>
            <source>Being handled</source>
            <translation>处理中</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Invited</source>
            <translation>已邀请</translation>
        </message>
        <message>
            <source>Will come</source>
            <translation>会来</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>不来</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>已到场</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>没联系上</translation>
        </message>
        <message>
            <source>Earned</source>
            <translation>获得</translation>
        </message>
        <message>
            <source>Redeemed</source>
            <translation>已兑换</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Reversed</source>
            <translation>已冲回</translation>
        </message>
        <message>
            <source>birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>wedding anniversary</source>
            <translation>结婚纪念日</translation>
        </message>
        <message>
            <source>day she values</source>
            <translation>看重的日子</translation>
        </message>
        <message>
            <source>child's day</source>
            <translation>宝宝的日子</translation>
        </message>
        <message>
            <source>festival</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>follow-up</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>after-care</source>
            <translation>术后关怀</translation>
        </message>
        <message>
            <source>promise</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Cake</source>
            <translation>蛋糕</translation>
        </message>
        <message>
            <source>Flowers</source>
            <translation>鲜花</translation>
        </message>
        <message>
            <source>A small gift</source>
            <translation>小礼物</translation>
        </message>
        <message>
            <source>Greeting</source>
            <translation>问候</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>to do</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>put off</source>
            <translation>已推迟</translation>
        </message>
        <message>
            <source>ordered</source>
            <translation>已订好</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>let go</source>
            <translation>不用了</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>错过了</translation>
        </message>
    </context>
    <context>
        <name>ChosenDay</name>
        <message>
            <source>Something to do on this day (N)</source>
            <translation>这天加一件要做的事（N）</translation>
        </message>
        <message>
            <source>Nothing on this day</source>
            <translation>这一天没有安排</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Nobody is in the book yet</source>
            <translation>客户簿里还没有人</translation>
        </message>
        <message>
            <source>On this day</source>
            <translation>这一天</translation>
        </message>
    </context>
    <context>
        <name>ClientField</name>
        <message>
            <source>Name, pinyin or phone</source>
            <translation>姓名、拼音或手机号</translation>
        </message>
    </context>
    <context>
        <name>ClientList</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>12 months</source>
            <translation>近 12 个月</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次到院</translation>
        </message>
        <message>
            <source>Next day</source>
            <translation>下一个日子</translation>
        </message>
        <message>
            <source>May want</source>
            <translation>可开发项目</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺什么</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Paid in 12 months</source>
            <translation>近 12 个月消费</translation>
        </message>
        <message>
            <source>Visits in 12 months</source>
            <translation>近 12 个月到院</translation>
        </message>
        <message>
            <source>Paid in all</source>
            <translation>累计消费</translation>
        </message>
        <message>
            <source>Sessions left</source>
            <translation>剩余次数</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Whose client</source>
            <translation>所属顾问</translation>
        </message>
        <message>
            <source>Came through</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>First contact</source>
            <translation>首次联系</translation>
        </message>
        <message>
            <source>{name}, picked</source>
            <translation>{name}，已选</translation>
        </message>
        <message>
            <source>phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>own birthday</source>
            <translation>自己生日</translation>
        </message>
        <message>
            <source>husband's birthday</source>
            <translation>老公生日</translation>
        </message>
        <message>
            <source>child's birthday</source>
            <translation>孩子生日</translation>
        </message>
        <message>
            <source>family</source>
            <translation>家人</translation>
        </message>
        <message>
            <source>last talk</source>
            <translation>上次聊的</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>按姓名</translation>
        </message>
        <message>
            <source>By tier</source>
            <translation>按等级</translation>
        </message>
        <message>
            <source>By last visit</source>
            <translation>按上次到院</translation>
        </message>
        <message>
            <source>By all she paid</source>
            <translation>按累计消费</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>{paid} · {visits} visit</source>
            <translation>{paid} · {visits} 次</translation>
        </message>
        <message>
            <source>{paid} · {visits} visits</source>
            <translation>{paid} · {visits} 次</translation>
        </message>
        <message>
            <source>never came</source>
            <translation>未到院</translation>
        </message>
        <message>
            <source>{who} · {day}</source>
            <translation>{who} · {day}</translation>
        </message>
    </context>
    <context>
        <name>ClientTable</name>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
    </context>
    <context>
        <name>ClientView</name>
        <message>
            <source>{told}: they may never pop up.</source>
            <translation>{told}，可能不会弹出提醒。</translation>
        </message>
        <message>
            <source>Will remind</source>
            <translation>会提醒</translation>
        </message>
        <message>
            <source>Will not remind</source>
            <translation>不会提醒</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>还不知道</translation>
        </message>
        <message>
            <source>The whole book</source>
            <translation>整本客户簿</translation>
        </message>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
    </context>
    <context>
        <name>ClientsPage</name>
        <message>
            <source>New client</source>
            <translation>新增客户</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>No client yet</source>
            <translation>还没有客户</translation>
        </message>
        <message>
            <source>Import the list you have, as Excel or CSV, or add the first client by hand.</source>
            <translation>导入手头的 Excel 或 CSV 名单，或手动记下第一位客户。</translation>
        </message>
        <message>
            <source>Show everyone</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>A name, its pinyin or initials, the end of a phone number, WeChat, a tag or a family member finds a client.</source>
            <translation>可以搜姓名、拼音或首字母、手机尾号、微信、标签、家人。</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Nobody fits these filters</source>
            <translation>没有符合条件的客户</translation>
        </message>
        <message>
            <source>Take a filter away, or clear them all to see every client.</source>
            <translation>去掉一个条件，或清除全部筛选，查看所有客户。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>显示哪些列</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>{count} clients</source>
            <translation>{count} 位</translation>
        </message>
        <message>
            <source>one client</source>
            <translation>1 位</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>找到 {count} 位</translation>
        </message>
        <message>
            <source>This list was saved by a newer version of the app. What this version does not know of it is left out.</source>
            <translation>这个名单由较新版本保存，本版本不认识的条件已略过。</translation>
        </message>
        <message>
            <source>A newer list</source>
            <translation>名单来自新版本</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Who is in the book twice?</source>
            <translation>查找重复客户</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>回收站</translation>
        </message>
    </context>
    <context>
        <name>CodeField</name>
        <message>
            <source>Group {number}</source>
            <translation>第 {number} 组</translation>
        </message>
    </context>
    <context>
        <name>CodeStep</name>
        <message>
            <source>I have written it down</source>
            <translation>我已经抄好</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Check and continue</source>
            <translation>核对并继续</translation>
        </message>
        <message>
            <source>Show the code again</source>
            <translation>再看一遍</translation>
        </message>
        <message>
            <source>If you forget the passphrase, this code is the only other way in. Write it on paper and keep it where you keep your passport, not on this computer.</source>
            <translation>忘记密码时，只有这组恢复码能打开客户簿。请抄在纸上，和证件放在一起，不要存在这台电脑里。</translation>
        </message>
        <message>
            <source>Type it from your paper, so that you know it is right.</source>
            <translation>请照着纸上输入一遍，确认没有抄错。</translation>
        </message>
        <message>
            <source>The marked groups differ from the code. Look once more.</source>
            <translation>标红的几组和恢复码不一致，请再核对一遍。</translation>
        </message>
    </context>
    <context>
        <name>ColumnsDialog</name>
        <message>
            <source>Columns of the workbook</source>
            <translation>表格里的列</translation>
        </message>
        <message>
            <source>Use these columns</source>
            <translation>就用这些列</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>All columns</source>
            <translation>全部列</translation>
        </message>
        <message>
            <source>None</source>
            <translation>全不选</translation>
        </message>
        <message>
            <source>As last time</source>
            <translation>和上次一样</translation>
        </message>
        <message>
            <source>Choose no columns</source>
            <translation>一列也不选</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>In the workbook the titles are Chinese. What is sensitive about a column is said beside it. Your choice is remembered.</source>
            <translation>列名与工作簿中一致，右侧标出敏感内容。选择会记住。</translation>
        </message>
    </context>
    <context>
        <name>ColumnsMenu</name>
        <message>
            <source>Usual columns and widths</source>
            <translation>恢复默认列和宽度</translation>
        </message>
    </context>
    <context>
        <name>ColumnsStep</name>
        <message>
            <source>Do not read</source>
            <translation>不读取</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>换一个文件</translation>
        </message>
        <message>
            <source>Compare with the book</source>
            <translation>与客户簿比对</translation>
        </message>
        <message>
            <source>{read} of {count} columns are read</source>
            <translation>共 {count} 列，读取 {read} 列</translation>
        </message>
        <message>
            <source>without what is not all said yet: {sheets}</source>
            <translation>还没指明完、这次不导入的表：{sheets}</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between sheets</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>To take it in, say above what it lists.</source>
            <translation>要导入这张表，请在上面选它是什么。</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>表头</translation>
        </message>
        <message>
            <source>What stands in it</source>
            <translation>内容示例</translation>
        </message>
        <message>
            <source>Read as</source>
            <translation>读作</translation>
        </message>
        <message>
            <source>Perhaps {field}?</source>
            <translation>是不是“{field}”？</translation>
        </message>
        <message>
            <source>Not read</source>
            <translation>不读取</translation>
        </message>
    </context>
    <context>
        <name>Coming</name>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>The next two weeks</source>
            <translation>接下来两周</translation>
        </message>
        <message>
            <source>and {count} more in the calendar</source>
            <translation>日历里还有 {count} 个</translation>
        </message>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
        <message>
            <source>Open the list</source>
            <translation>打开名单</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Passphrase: </source>
            <translation>密码：</translation>
        </message>
        <message>
            <source>New passphrase: </source>
            <translation>新密码：</translation>
        </message>
        <message>
            <source>Once more: </source>
            <translation>再输一遍：</translation>
        </message>
        <message>
            <source>Passphrase at the time of the backup: </source>
            <translation>备份当时的密码：</translation>
        </message>
        <message>
            <source>Password of the file: </source>
            <translation>文件密码：</translation>
        </message>
        <message>
            <source>The book was made in {folder}.</source>
            <translation>客户簿已创建在 {folder}。</translation>
        </message>
        <message>
            <source>Recovery code, shown this once. Write it down and keep it in a safe place:</source>
            <translation>恢复码只显示这一次，请抄下来妥善保管：</translation>
        </message>
        <message>
            <source>{line} The next try is possible in {seconds} seconds.</source>
            <translation>{line}{seconds} 秒后才能再试。</translation>
        </message>
        <message>
            <source>The new passphrase opens the book; the old one no longer does.</source>
            <translation>新密码已生效，旧密码不能再打开客户簿。</translation>
        </message>
        <message>
            <source>Nobody has the book open.</source>
            <translation>没有人打开这本客户簿。</translation>
        </message>
        <message>
            <source>Every page of the book is whole. There is no backup yet.</source>
            <translation>客户簿每一页都完好。还没有备份。</translation>
        </message>
        <message>
            <source>Every page of the book is whole, and so is the backup of {at}.</source>
            <translation>客户簿每一页都完好，{at} 的备份也完好。</translation>
        </message>
        <message>
            <source>Backup with {clients} clients written and checked: {path}</source>
            <translation>已写入并核对备份，共 {clients} 位客户：{path}</translation>
        </message>
        <message>
            <source>The book is as it was at {at}, with {clients} clients.</source>
            <translation>客户簿已回到 {at} 的样子，共 {clients} 位客户。</translation>
        </message>
        <message>
            <source>Internal error ({where}). What was saved is safe. --debug shows more.</source>
            <translation>内部错误（{where}）。已保存的内容都在。加 --debug 可以看到更多。</translation>
        </message>
        <message>
            <source>Stopped. Nothing half done was kept.</source>
            <translation>已停止，没有留下做了一半的内容。</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>{rows} rows: {new} new, {updated} updated, {same} the same, {conflict} in conflict, {error} held back, {skipped} skipped.</source>
            <translation>共 {rows} 行：新增 {new}，更新 {updated}，相同 {same}，有冲突 {conflict}，退回 {error}，跳过 {skipped}。</translation>
        </message>
        <message>
            <source>{rows} rows would be: {new} new, {updated} updated, {same} the same, {conflict} in conflict, {error} held back, {skipped} skipped. Nothing was changed.</source>
            <translation>共 {rows} 行，将会：新增 {new}，更新 {updated}，相同 {same}，有冲突 {conflict}，退回 {error}，跳过 {skipped}。什么都没有改动。</translation>
        </message>
        <message>
            <source>No client is found for {text}.</source>
            <translation>没有找到“{text}”对应的客户。</translation>
        </message>
        <message>
            <source>{reminded} clients will be reminded of, {silent} never; {put_aside} are left out on purpose.</source>
            <translation>会提醒 {reminded} 位客户，从不提醒 {silent} 位；有意不提醒 {put_aside} 位。</translation>
        </message>
        <message>
            <source>Last looked for reminders: {at}. In the coming 14 days {ahead} pop up.</source>
            <translation>上次检查提醒：{at}。未来 14 天会弹出 {ahead} 条。</translation>
        </message>
        <message>
            <source>{file} was taken back: 1 entry.</source>
            <translation>已撤回 {file}：1 条。</translation>
        </message>
        <message>
            <source>{file} was taken back: {count} entries.</source>
            <translation>已撤回 {file}：{count} 条。</translation>
        </message>
        <message>
            <source>1 thing stays because it was edited since.</source>
            <translation>有 1 处之后改过，予以保留。</translation>
        </message>
        <message>
            <source>{count} things stay because they were edited since.</source>
            <translation>有 {count} 处之后改过，予以保留。</translation>
        </message>
        <message>
            <source>Nothing was imported yet.</source>
            <translation>还没有导入过。</translation>
        </message>
        <message>
            <source>No list is known yet.</source>
            <translation>还没有记住任何表格读法。</translation>
        </message>
        <message>
            <source>{name} is known now. A newer version wrote this, left out: {unknown}.</source>
            <translation>已记住“{name}”。其中由更新版本写入、未采用的内容：{unknown}。</translation>
        </message>
        <message>
            <source>{name} is known now.</source>
            <translation>已记住“{name}”。</translation>
        </message>
        <message>
            <source>{name} written: {path}</source>
            <translation>“{name}”已写出：{path}</translation>
        </message>
    </context>
    <context>
        <name>ComparisonView</name>
        <message>
            <source>No field contradicts: nothing to choose.</source>
            <translation>两份资料没有矛盾，不用选择。</translation>
        </message>
        <message>
            <source>Open the file of {name}</source>
            <translation>打开 {name} 的档案</translation>
        </message>
        <message>
            <source>archived</source>
            <translation>已归档</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Nothing else hangs on either of them.</source>
            <translation>两人名下都没有其他记录。</translation>
        </message>
        <message>
            <source>Everything of both is kept, what is exactly the same only once: {listed}.</source>
            <translation>两人名下的记录全部保留，完全相同的只留一份：{listed}。</translation>
        </message>
        <message>
            <source>What you do not choose goes into the private notes.</source>
            <translation>没选中的内容会记入私密备注。</translation>
        </message>
    </context>
    <context>
        <name>ComplaintsCard</name>
        <message>
            <source>Complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>She never complained.</source>
            <translation>没有投诉过。</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
    </context>
    <context>
        <name>ConfirmForm</name>
        <message>
            <source>The delivery is confirmed</source>
            <translation>已确认送达安排</translation>
        </message>
        <message>
            <source>{supplier} has confirmed</source>
            <translation>{supplier}已确认</translation>
        </message>
        <message>
            <source>Ask whether it comes as ordered, and when.</source>
            <translation>跟店家核对：东西没变，几点送到。</translation>
        </message>
        <message>
            <source>Ask whether it comes as ordered: {notes}</source>
            <translation>跟店家核对：东西没变，{notes}。</translation>
        </message>
    </context>
    <context>
        <name>ConflictDetail</name>
        <message>
            <source>Everything of hers</source>
            <translation>她的全部</translation>
        </message>
        <message>
            <source>Keep all mine</source>
            <translation>全部用我的</translation>
        </message>
        <message>
            <source>Take all theirs</source>
            <translation>全部用对方的</translation>
        </message>
        <message>
            <source>{sheet}, row {row}</source>
            <translation>{sheet} 第 {row} 行</translation>
        </message>
        <message>
            <source>Contact {row}</source>
            <translation>第 {row} 位联系人</translation>
        </message>
    </context>
    <context>
        <name>ConflictHeader</name>
        <message>
            <source>Last synced</source>
            <translation>上次同步</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>对方的</translation>
        </message>
    </context>
    <context>
        <name>ConflictList</name>
        <message>
            <source>What is to be decided</source>
            <translation>要定的地方</translation>
        </message>
    </context>
    <context>
        <name>ConflictModel</name>
        <message>
            <source>{name}: {done} of {count} decided</source>
            <translation>{name}：{count} 处已定 {done} 处</translation>
        </message>
        <message>
            <source>{field} {what}: last synced {base}, mine {mine}, theirs {theirs}; {said}</source>
            <translation>{field} {what}：上次同步 {base}，我的 {mine}，对方的 {theirs}；{said}</translation>
        </message>
        <message>
            <source>not decided</source>
            <translation>未定</translation>
        </message>
        <message>
            <source>mine stays</source>
            <translation>用我的</translation>
        </message>
        <message>
            <source>theirs is taken</source>
            <translation>用对方的</translation>
        </message>
        <message>
            <source>decided</source>
            <translation>已定</translation>
        </message>
    </context>
    <context>
        <name>ConflictStep</name>
        <message>
            <source>How much is decided</source>
            <translation>已定多少</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>All fields</source>
            <translation>所有栏目</translation>
        </message>
        <message>
            <source>Undecided only</source>
            <translation>只看未定的</translation>
        </message>
        <message>
            <source>Keep mine for</source>
            <translation>批量用我的</translation>
        </message>
        <message>
            <source>Take theirs for</source>
            <translation>批量用对方的</translation>
        </message>
        <message>
            <source>Take the last decision back (Ctrl+Z)</source>
            <translation>撤回上一个决定（Ctrl+Z）</translation>
        </message>
        <message>
            <source>Next undecided</source>
            <translation>下一处未定</translation>
        </message>
        <message>
            <source>See what changes</source>
            <translation>看看会改什么</translation>
        </message>
        <message>
            <source>What you leave undecided stays as you have it.</source>
            <translation>没定的先保持您的原样，以后还会问。</translation>
        </message>
        <message>
            <source>Everything of {name} ({count})</source>
            <translation>{name}的全部（{count}）</translation>
        </message>
        <message>
            <source>{field} of everybody ({count})</source>
            <translation>所有人的{field}（{count}）</translation>
        </message>
        <message>
            <source>All that is undecided here ({count})</source>
            <translation>这里所有未定的（{count}）</translation>
        </message>
        <message>
            <source>{done} of {count} decided</source>
            <translation>已定 {done} / {count}</translation>
        </message>
        <message>
            <source>{field} ({count})</source>
            <translation>{field}（{count}）</translation>
        </message>
    </context>
    <context>
        <name>ConsolidateCard</name>
        <message>
            <source>Put sheets together…</source>
            <translation>合并几位顾问的表…</translation>
        </message>
        <message>
            <source>Give back to each…</source>
            <translation>按顾问拆分…</translation>
        </message>
        <message>
            <source>For the manager: the sheets of several consultants made one workbook, and that one given back to each of them.</source>
            <translation>主管用：把几位顾问的表合成一份；改好以后，再拆开还给每位顾问。</translation>
        </message>
        <message>
            <source>Several consultants</source>
            <translation>几位顾问</translation>
        </message>
        <message>
            <source>The workbook of all consultants</source>
            <translation>全部顾问的合并表</translation>
        </message>
        <message>
            <source>Where the consultants' sheets go</source>
            <translation>各位顾问的表放在哪里</translation>
        </message>
    </context>
    <context>
        <name>ConsolidateDialog</name>
        <message>
            <source>Sheets (*.xlsx *.xls *.xlsm *.ods *.et)</source>
            <translation>表格 (*.xlsx *.xls *.xlsm *.ods *.et)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Put the consultants' sheets together</source>
            <translation>合并几位顾问的表</translation>
        </message>
        <message>
            <source>Put together…</source>
            <translation>合并…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Protect the result with a password</source>
            <translation>给合并后的表加密码</translation>
        </message>
        <message>
            <source>Each consultant exports her sheet for the manager. Together they become one workbook that shows which clients are with two consultants, and where the sheets differ. Nothing of it enters this client book.</source>
            <translation>每位顾问各导出一份给主管的表，在这里合成一份：哪些客户同属两位顾问，哪里写得不一致，一目了然。合并的内容不会进入本客户簿。</translation>
        </message>
        <message>
            <source>{count} sheets</source>
            <translation>{count} 份表</translation>
        </message>
        <message>
            <source>1 sheet</source>
            <translation>1 份表</translation>
        </message>
        <message>
            <source>Sheets to put together</source>
            <translation>要合并的表</translation>
        </message>
        <message>
            <source>Putting the sheets together…</source>
            <translation>正在合并…</translation>
        </message>
        <message>
            <source>All consultants {day}.xlsx</source>
            <translation>全部顾问 {day}.xlsx</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
    </context>
    <context>
        <name>ConsolidateFiles</name>
        <message>
            <source>Sheets to put together</source>
            <translation>要合并的表</translation>
        </message>
        <message>
            <source>Drop the consultants' sheets here, or add them below.</source>
            <translation>把各位顾问的表拖到这里，或点下面的“添加…”。</translation>
        </message>
    </context>
    <context>
        <name>ConsolidateRun</name>
        <message>
            <source>Show in folder</source>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>Stopped. No file was written.</source>
            <translation>已停止，没有写出文件。</translation>
        </message>
        <message>
            <source>{file} is protected by a password. Nothing was written yet.</source>
            <translation>“{file}”有密码保护，还没有写出任何文件。</translation>
        </message>
        <message>
            <source>Password of {file}</source>
            <translation>“{file}”的密码</translation>
        </message>
        <message>
            <source>It opens the file and is forgotten afterwards.</source>
            <translation>只用来打开这个文件，用完即忘。</translation>
        </message>
    </context>
    <context>
        <name>Consolidation</name>
        <message>
            <source>No client is with two consultants, as far as the sheets tell.</source>
            <translation>从表里看，没有同时属于两位顾问的客户。</translation>
        </message>
        <message>
            <source>{file} is written. Consultants: {count}, clients: {clients}.</source>
            <translation>已写好“{file}”：{count} 位顾问的 {clients} 位客户。</translation>
        </message>
        <message>
            <source>Clients with two consultants or more: {same}; pairs to check: {maybe}; facts that differ: {conflicts}. See the sheets 同一客户 and 冲突.</source>
            <translation>同属两位以上顾问的客户 {same} 位，待核对 {maybe} 对，内容不一致 {conflicts} 处，见“同一客户”和“冲突”两张表。</translation>
        </message>
        <message>
            <source>Clients that share a number, a card or a name with more than 200 others: {count}. They were not compared by it; look for them yourself.</source>
            <translation>{count} 位客户的号码、卡号或姓名与 200 位以上的客户相同，没有据此比对，请自行核对。</translation>
        </message>
        <message>
            <source>{older} is left out: {newer} is a newer sheet of the same book.</source>
            <translation>没有用“{older}”：“{newer}”是同一本客户簿更新的表。</translation>
        </message>
        <message>
            <source>{file} is left out: the same sheet is there already.</source>
            <translation>没有用“{file}”：同一张表已经在里面了。</translation>
        </message>
        <message>
            <source>{file}: the sheet {sheet} is none of ours and is left out.</source>
            <translation>“{file}”里的工作表“{sheet}”不是客户簿的，没有合并进来。</translation>
        </message>
        <message>
            <source>Written for each consultant, {count} in all: {names}.</source>
            <translation>已写好 {count} 份表，每位顾问一份：{names}。</translation>
        </message>
        <message>
            <source>Differences that were decided and stand in the sheets: {count}.</source>
            <translation>已按您的选择改好 {count} 处不一致的内容。</translation>
        </message>
        <message>
            <source>Rows that name another consultant than before: {count}. They went back to the one whose book they are from; a client is handed over in the books.</source>
            <translation>有 {count} 行换了顾问，仍退回原来那位；客户要移交，请在客户簿里办。</translation>
        </message>
        <message>
            <source>Rows of {sheet} that name no consultant and went to nobody: {count}.</source>
            <translation>“{sheet}”里有 {count} 行没写是哪位顾问，没有分给任何人。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>CornerWindow</name>
        <message>
            <source>Client Keeper – reminders</source>
            <translation>贵客簿 – 提醒</translation>
        </message>
    </context>
    <context>
        <name>CountCards</name>
        <message>
            <source>Totals, signatures, sample rows and headings that stand there once more.</source>
            <translation>合计、制表人、示例行和重复的表头。</translation>
        </message>
    </context>
    <context>
        <name>Counts</name>
        <message>
            <source>{first} {second}</source>
            <comment>two sentences in a line</comment>
            <translation>{first}{second}</translation>
        </message>
    </context>
    <context>
        <name>CoverageCard</name>
        <message>
            <source>clients will be reminded of</source>
            <translation>位客户会得到提醒</translation>
        </message>
        <message>
            <source>Every day in the book was looked up one by one: none is missed.</source>
            <translation>已逐一核对：簿里的每个日子都查得到，不会漏提醒。</translation>
        </message>
        <message>
            <source>Whom it covers</source>
            <translation>提醒覆盖了谁</translation>
        </message>
        <message>
            <source>Left out on purpose: {reasons}</source>
            <translation>有意不提醒：{reasons}</translation>
        </message>
        <message>
            <source>{count} days would be forgotten: the book does not find them.</source>
            <translation>有 {count} 个日子会被漏掉：客户簿找不到它们。</translation>
        </message>
        <message>
            <source>Mend it</source>
            <translation>修复</translation>
        </message>
    </context>
    <context>
        <name>Curtain</name>
        <message>
            <source>Show everything  F9</source>
            <translation>全部显示  F9</translation>
        </message>
        <message>
            <source>Names, amounts and projects are hidden while somebody sits beside you.</source>
            <translation>身边有人时，姓名、金额和项目都已隐藏。</translation>
        </message>
        <message>
            <source>Desk mode</source>
            <translation>隐私模式</translation>
        </message>
    </context>
    <context>
        <name>DateEditor</name>
        <message>
            <source>Solar</source>
            <translation>公历</translation>
        </message>
        <message>
            <source>Lunar</source>
            <translation>农历</translation>
        </message>
        <message>
            <source>Leap month</source>
            <translation>闰月</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Type the day</source>
            <translation>直接输入日期</translation>
        </message>
        <message>
            <source>Type it: 1990-5-12, 0229, 农历八月十五</source>
            <translation>直接输入：1990-5-12、0229、农历八月十五</translation>
        </message>
        <message>
            <source>Year unknown</source>
            <translation>年份不详</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日</translation>
        </message>
    </context>
    <context>
        <name>DateFaults</name>
        <message>
            <source>This does not read as a date.</source>
            <translation>这不像一个日期。</translation>
        </message>
        <message>
            <source>Years are taken from 1901 to 2100.</source>
            <translation>年份只能在 1901 到 2100 之间。</translation>
        </message>
        <message>
            <source>A year has twelve months.</source>
            <translation>一年只有十二个月。</translation>
        </message>
        <message>
            <source>That month has no such day.</source>
            <translation>这个月没有这一天。</translation>
        </message>
        <message>
            <source>That year has no 29 February.</source>
            <translation>那一年没有 2 月 29 日。</translation>
        </message>
        <message>
            <source>A lunar month has 30 days at most.</source>
            <translation>农历一个月最多三十天。</translation>
        </message>
        <message>
            <source>That lunar month has only 29 days in that year.</source>
            <translation>那一年的这个农历月只有 29 天。</translation>
        </message>
        <message>
            <source>That lunar year does not repeat this month.</source>
            <translation>那一年没有这个闰月。</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>Add a date</source>
            <translation>添加日期</translation>
        </message>
    </context>
    <context>
        <name>DatesCard</name>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Change how long ahead</source>
            <translation>修改提前天数</translation>
        </message>
        <message>
            <source>Change the festivals</source>
            <translation>修改节日</translation>
        </message>
        <message>
            <source>Public holidays are days off</source>
            <translation>法定节假日视为休息</translation>
        </message>
        <message>
            <source>Paste the notice…</source>
            <translation>粘贴通知…</translation>
        </message>
        <message>
            <source>One more day off</source>
            <translation>添加休息日</translation>
        </message>
        <message>
            <source>One more day that is worked</source>
            <translation>添加上班日</translation>
        </message>
        <message>
            <source>One more silent day</source>
            <translation>添加静默日</translation>
        </message>
        <message>
            <source>How long ahead</source>
            <translation>提前几天提醒</translation>
        </message>
        <message>
            <source>Festivals</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>The holidays of a new year</source>
            <translation>新一年的放假安排</translation>
        </message>
        <message>
            <source>By the rule everywhere; every cell can be set by itself.</source>
            <translation>全部按规则；每一格都可以单独设置。</translation>
        </message>
        <message>
            <source>{count} set otherwise than the rule.</source>
            <translation>有 {count} 处另设。</translation>
        </message>
        <message>
            <source>Dates and days</source>
            <translation>日期与休息</translation>
        </message>
        <message>
            <source>Known to the end of {year}; after that, what is entered below counts.</source>
            <translation>已知到 {year} 年底；之后的以下面录入的为准。</translation>
        </message>
        <message>
            <source>They are not known on this computer; what is entered below counts.</source>
            <translation>这台电脑上没有节假日数据，以下面录入的为准。</translation>
        </message>
        <message>
            <source>{year}: {off} days off and {worked} worked instead are entered.</source>
            <translation>{year} 年已录入：放假 {off} 天，调休上班 {worked} 天。</translation>
        </message>
        <message>
            <source>It comes out each November: paste it, and all its days are entered below.</source>
            <translation>国务院每年 11 月前后公布。把通知粘贴进来，放假和调休上班的日子会自动填到下面。</translation>
        </message>
        <message>
            <source>Your holidays, for instance.</source>
            <translation>例如您的年假。</translation>
        </message>
        <message>
            <source>Days off</source>
            <translation>休息日</translation>
        </message>
        <message>
            <source>Worked all the same</source>
            <translation>照常上班</translation>
        </message>
        <message>
            <source>Days of the weekend, or holidays, on which you are there.</source>
            <translation>周末或节假日里您上班的日子。</translation>
        </message>
        <message>
            <source>Silent days</source>
            <translation>静默日</translation>
        </message>
        <message>
            <source>No lists of greetings; a client's own day is told quietly.</source>
            <translation>当天不提醒节日群发；客户自己的日子照常提醒，附一句提示。</translation>
        </message>
        <message>
            <source>None is told.</source>
            <translation>目前没有节日提醒。</translation>
        </message>
        <message>
            <source>{count} are told; next {name}, {day}.</source>
            <translation>已开启 {count} 个；下一个：{name}，{day}。</translation>
        </message>
        <message>
            <source>With the days that are worked instead.</source>
            <translation>含调休上班日。</translation>
        </message>
    </context>
    <context>
        <name>DayCard</name>
        <message>
            <source>Prepare</source>
            <translation>准备</translation>
        </message>
        <message>
            <source>Open the list</source>
            <translation>打开名单</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Another day…</source>
            <translation>改期…</translation>
        </message>
        <message>
            <source>Greeting</source>
            <translation>祝福</translation>
        </message>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
    </context>
    <context>
        <name>DayField</name>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Pick a day</source>
            <translation>选择日期</translation>
        </message>
    </context>
    <context>
        <name>DayList</name>
        <message>
            <source>Add: 2-5, 2-5~2-11</source>
            <translation>如 2-5 或 2-5~2-11</translation>
        </message>
        <message>
            <source>Take away {day}</source>
            <translation>移除 {day}</translation>
        </message>
        <message>
            <source>{first} – {last}</source>
            <translation>{first}至 {last}</translation>
        </message>
    </context>
    <context>
        <name>Days</name>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>1 月</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>2 月</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>3 月</translation>
        </message>
        <message>
            <source>Apr</source>
            <translation>4 月</translation>
        </message>
        <message>
            <source>May</source>
            <translation>5 月</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>6 月</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>7 月</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>8 月</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>9 月</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>10 月</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>11 月</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>12 月</translation>
        </message>
        <message>
            <source>two days ago</source>
            <translation>前天</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>the day after tomorrow</source>
            <translation>后天</translation>
        </message>
        <message>
            <source>{weekday} {day} {month}</source>
            <translation>{month} {day} 日 {weekday}</translation>
        </message>
        <message>
            <source>{day} {month} {year}</source>
            <translation>{year} 年 {month} {day} 日</translation>
        </message>
        <message>
            <source>{month} {year}</source>
            <translation>{year} 年 {month}</translation>
        </message>
        <message>
            <source>in {days} days</source>
            <translation>{days} 天后</translation>
        </message>
        <message>
            <source>{days} days ago</source>
            <translation>{days} 天前</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <source>month {number}</source>
            <translation>{number} 月</translation>
        </message>
        <message>
            <source>day {number}</source>
            <translation>{number} 日</translation>
        </message>
        <message>
            <source>lunar leap {month}, {day}</source>
            <translation>农历闰{month}{day}</translation>
        </message>
        <message>
            <source>lunar {month}, {day}</source>
            <translation>农历{month}{day}</translation>
        </message>
        <message>
            <source>{day} {month}</source>
            <translation>{month} {day} 日</translation>
        </message>
        <message>
            <source>lunar {year}, leap {month}, {day}</source>
            <translation>农历 {year} 年闰{month}{day}</translation>
        </message>
        <message>
            <source>lunar {year}, {month}, {day}</source>
            <translation>农历 {year} 年{month}{day}</translation>
        </message>
    </context>
    <context>
        <name>DaysTable</name>
        <message>
            <source>This day stays where it is. Follow-ups and promises can be moved.</source>
            <translation>这个日子不能移动；回访和承诺可以改期。</translation>
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>Tag…</source>
            <translation>加标签…</translation>
        </message>
        <message>
            <source>Take a tag off…</source>
            <translation>去掉标签…</translation>
        </message>
        <message>
            <source>Whose client…</source>
            <translation>所属顾问…</translation>
        </message>
        <message>
            <source>Mark as big clients</source>
            <translation>标为大客户</translation>
        </message>
        <message>
            <source>Take the mark off</source>
            <translation>取消大客户标记</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Take out of the archive</source>
            <translation>取消归档</translation>
        </message>
        <message>
            <source>Export for the manager…</source>
            <translation>导出给主管…</translation>
        </message>
        <message>
            <source>Export for me…</source>
            <translation>导出给自己…</translation>
        </message>
        <message>
            <source>Move to the trash</source>
            <translation>移到回收站</translation>
        </message>
        <message>
            <source>Give a tag</source>
            <translation>加标签</translation>
        </message>
        <message>
            <source>Take a tag off</source>
            <translation>去掉标签</translation>
        </message>
        <message>
            <source>Whose clients are they?</source>
            <translation>归哪位顾问？</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>正在保存…</translation>
        </message>
    </context>
    <context>
        <name>DefaultLine</name>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Text for blank cells</source>
            <translation>空白时的内容</translation>
        </message>
        <message>
            <source>What stands there instead</source>
            <translation>空白时填入的内容</translation>
        </message>
        <message>
            <source>Take this text away</source>
            <translation>去掉这一项</translation>
        </message>
    </context>
    <context>
        <name>DepositRow</name>
        <message>
            <source>Given back to her</source>
            <translation>已退还给她</translation>
        </message>
    </context>
    <context>
        <name>DifferenceRow</name>
        <message>
            <source>Both</source>
            <translation>都留</translation>
        </message>
        <message>
            <source>{field}: 1 {one}, 2 {other}. Chosen: {chosen}</source>
            <translation>{field}：1 {one}，2 {other}。已选 {chosen}</translation>
        </message>
    </context>
    <context>
        <name>Discretion</name>
        <message>
            <source>Read the details when you are alone.</source>
            <translation>细节请在独处时查看。</translation>
        </message>
    </context>
    <context>
        <name>Draft</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>DropArea</name>
        <message>
            <source>Drop your list here</source>
            <translation>把名单拖到这里</translation>
        </message>
        <message>
            <source>Excel (.xlsx, .xls), WPS, LibreOffice or CSV, or contacts of a phone (.vcf). You see every change before anything is written, and one click takes it all back.</source>
            <translation>支持 Excel（.xlsx、.xls）、WPS、LibreOffice、CSV，以及手机通讯录（.vcf）。写入之前能看到每一处改动，一键即可全部撤销。</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
    </context>
    <context>
        <name>DuplicatesPage</name>
        <message>
            <source>Look again</source>
            <translation>重新查找</translation>
        </message>
        <message>
            <source>Merge into one</source>
            <translation>合并为一人</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>不是同一人</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>以后再说</translation>
        </message>
        <message>
            <source>Swap sides</source>
            <translation>左右互换</translation>
        </message>
        <message>
            <source>In the book twice?</source>
            <translation>重复的客户</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回（Esc）</translation>
        </message>
        <message>
            <source>Pairs who may be one client</source>
            <translation>可能是同一人的客户</translation>
        </message>
        <message>
            <source>Nobody is in the book twice</source>
            <translation>没有重复的客户</translation>
        </message>
        <message>
            <source>Phones, names, birthdays and card numbers were compared.</source>
            <translation>已比对电话、姓名、生日和机构卡号。</translation>
        </message>
        <message>
            <source>The search was stopped</source>
            <translation>查找已停止</translation>
        </message>
        <message>
            <source>Look again whenever you like; nothing was changed.</source>
            <translation>随时可以重新查找，什么都没有改动。</translation>
        </message>
        <message>
            <source>Make one client of both (Ctrl+Enter)</source>
            <translation>合并为一位客户（Ctrl+回车）</translation>
        </message>
        <message>
            <source>Two people: never ask again (Ctrl+Backspace)</source>
            <translation>是两个人，以后不再问（Ctrl+退格）</translation>
        </message>
        <message>
            <source>Go on to the next pair (Ctrl+Down)</source>
            <translation>看下一对（Ctrl+↓）</translation>
        </message>
        <message>
            <source>The left one stays, the right one goes into it (Ctrl+Left)</source>
            <translation>左边的保留，右边的并入左边（Ctrl+←）</translation>
        </message>
        <message>
            <source>1, 2, 3 choose · Ctrl+Enter merges</source>
            <translation>按 1、2、3 选择 · Ctrl+回车 合并</translation>
        </message>
        <message>
            <source>{sure} sure or likely, {asked} to be asked</source>
            <translation>{sure} 对确定或很可能，{asked} 对待确认</translation>
        </message>
    </context>
    <context>
        <name>Entrance</name>
        <message>
            <source>Open without the latest changes?</source>
            <translation>不带最后的修改打开？</translation>
        </message>
        <message>
            <source>What was entered in the last seconds before the damage may be missing. Everything before it is there.</source>
            <translation>损坏前最后几秒录入的内容可能会缺失，更早的内容都在。</translation>
        </message>
        <message>
            <source>Open without it</source>
            <translation>舍弃后打开</translation>
        </message>
    </context>
    <context>
        <name>EntranceWindow</name>
        <message>
            <source>Client Keeper</source>
            <translation>贵客簿</translation>
        </message>
    </context>
    <context>
        <name>Entry</name>
        <message>
            <source>Client, then the fact</source>
            <translation>客户，再写要记的事</translation>
        </message>
        <message>
            <source>Text pasted</source>
            <translation>粘贴的内容</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>That did not work. Nothing was changed.</source>
            <translation>没有成功，什么都没有改动。</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written to or is not there. Choose another, or allow writing.</source>
            <translation>文件夹“{folder}”不存在或不能写入。请换一个文件夹，或打开写入权限。</translation>
        </message>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>已停止，什么都没有改动。</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>没有可以撤销的操作。</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>没有可以重做的操作。</translation>
        </message>
        <message>
            <source>This entry is no longer in the book. Undo may bring it back.</source>
            <translation>这条记录已经不在客户簿里，撤销也许能找回。</translation>
        </message>
        <message>
            <source>{file} cannot be used. Nothing was changed.</source>
            <translation>“{file}”无法使用，什么都没有改动。</translation>
        </message>
        <message>
            <source>{file} is empty.</source>
            <translation>“{file}”是空的。</translation>
        </message>
        <message>
            <source>{file} is damaged. Open it in Excel, save it anew and try again.</source>
            <translation>“{file}”已损坏。请用 Excel 打开另存一份再试。</translation>
        </message>
        <message>
            <source>{file} is no workbook but {kind}. Choose an Excel or CSV file.</source>
            <translation>“{file}”不是表格，而是{kind}。请选择 Excel 或 CSV 文件。</translation>
        </message>
        <message>
            <source>{file} is too large to be read safely. Split it, or delete what is not needed.</source>
            <translation>“{file}”太大，无法安全读取。请拆成几份，或删掉不需要的内容。</translation>
        </message>
        <message>
            <source>{file} could not be read. Open it in Excel, save it as .xlsx and try again.</source>
            <translation>“{file}”读不出来。请用 Excel 打开，另存为 .xlsx 再试。</translation>
        </message>
        <message>
            <source>{file} holds parts no honest program writes. It was not opened.</source>
            <translation>“{file}”含有不正常的内容，为安全起见没有打开。</translation>
        </message>
        <message>
            <source>The book has changed since this import was prepared. Nothing was written; prepare it anew.</source>
            <translation>预览之后客户簿有了改动。什么都没有写入，请重新预览。</translation>
        </message>
        <message>
            <source>The sheet {sheet} holds at most {rows} rows. Choose fewer clients.</source>
            <translation>工作表“{sheet}”最多 {rows} 行，请少选一些客户。</translation>
        </message>
        <message>
            <source>This sheet has no such columns: {keys}. Choose others.</source>
            <translation>这张表没有这些列：{keys}。请另选。</translation>
        </message>
        <message>
            <source>The password is empty. Nothing was written; enter one or export without.</source>
            <translation>密码是空的。什么都没有写入；请输入密码，或不加密码导出。</translation>
        </message>
        <message>
            <source>No headings such as name or phone were found in {file}.</source>
            <translation>在“{file}”里没有找到姓名、电话这样的表头。</translation>
        </message>
        <message>
            <source>{file} looks like several known lists: {names}. Say by name which one it is.</source>
            <translation>{file} 与几种已记住的表格都相符：{names}。请用名称指明是哪一种。</translation>
        </message>
        <message>
            <source>There is no client book at {path}.</source>
            <translation>“{path}”那里没有客户簿。</translation>
        </message>
        <message>
            <source>There is a client book in {folder} already. It was left untouched.</source>
            <translation>“{folder}”里已经有一本客户簿，没有改动它。</translation>
        </message>
        <message>
            <source>The book was locked. This was not saved.</source>
            <translation>客户簿已锁定，这次没有保存。</translation>
        </message>
        <message>
            <source>The database engine {version} is too old to be safe. Install the app anew.</source>
            <translation>数据库引擎 {version} 太旧，不够安全。请重新安装软件。</translation>
        </message>
        <message>
            <source>The disk is full: no room for {path}. Everything saved so far is safe; make room, then try again.</source>
            <translation>磁盘已满，“{path}”没有写成。之前保存的内容都在；腾出空间后再试一次。</translation>
        </message>
        <message>
            <source>This import was taken back already, or nothing of it is left to take back.</source>
            <translation>这次导入已经撤回，或已没有可以撤回的内容。</translation>
        </message>
        <message>
            <source>This day cannot be moved: only follow-ups and promises can.</source>
            <translation>这个日子不能移动：只有回访和承诺可以改期。</translation>
        </message>
        <message>
            <source>{problem} Nothing was changed.</source>
            <translation>{problem}未作任何改动。</translation>
        </message>
        <message>
            <source>Something speaks against this gift. Nothing was written; look at the reasons first.</source>
            <translation>这份礼物有不妥之处，尚未写入。请先看看提醒的原因。</translation>
        </message>
        <message>
            <source>The gift for {called} has gone on since. Take it out of her file first, then the tick.</source>
            <translation>{called} 的这份礼物后来又有了新记录。请先在她的档案里删掉礼物，再取消勾选。</translation>
        </message>
        <message>
            <source>{file} was not found. It may have been moved or renamed.</source>
            <translation>找不到“{file}”，可能已被移动或改名。</translation>
        </message>
        <message>
            <source>{file} is protected by a password. Enter it to go on.</source>
            <translation>“{file}”有密码保护，输入密码才能继续。</translation>
        </message>
        <message>
            <source>{file} is protected in a way that cannot be opened here. Save it as .xlsx, with a password or without, and try again.</source>
            <translation>{file} 的加密方式这里打不开。请另存为 .xlsx（可带密码，也可不带）后重试。</translation>
        </message>
        <message>
            <source>{file} is open in Excel. Save and close it there, then try again.</source>
            <translation>“{file}”正在 Excel 中打开。请在 Excel 中保存并关闭，再试一次。</translation>
        </message>
        <message>
            <source>{file} opens with a password only. Nothing was written.</source>
            <translation>{file} 需要密码才能打开，什么都没有写入。</translation>
        </message>
        <message>
            <source>{file} is the list itself, which is never written over. Choose another name.</source>
            <translation>“{file}”就是名单本身，不会被覆盖。请换一个文件名。</translation>
        </message>
        <message>
            <source>{file} does not say whose clients these are. Take the sheet exported for the manager.</source>
            <translation>看不出“{file}”是哪位顾问的客户。请用客户簿“给主管”导出的原表。</translation>
        </message>
        <message>
            <source>{file} is no workbook of several consultants. Choose the one put together here.</source>
            <translation>“{file}”不是几位顾问合并成的表。请选在这里合并出来的那一份。</translation>
        </message>
        <message>
            <source>{file} holds the clients of several consultants. Split it by consultant first; everyone then reads in her own part.</source>
            <translation>“{file}”是几位顾问合并成的表。请先选“按顾问拆分”，再由每位顾问读回自己的那一份。</translation>
        </message>
        <message>
            <source>{file} would be too large to be opened again. Nothing was written; put fewer sheets together at a time.</source>
            <translation>“{file}”会大到打不开。什么都没有写入；请减少一次合并的份数。</translation>
        </message>
        <message>
            <source>No known list is called {name}. Those there are: {known}.</source>
            <translation>没有名为“{name}”的表格读法。现有：{known}。</translation>
        </message>
        <message>
            <source>{file} cannot be read as {name}: that is another kind of list.</source>
            <translation>{file} 不能按“{name}”读取：那是另一类表格。</translation>
        </message>
        <message>
            <source>{file} is no known list that was passed on, or a newer version wrote it. Nothing was changed.</source>
            <translation>{file} 不是表格读法文件，或由更新的版本写成。未作任何更改。</translation>
        </message>
        <message>
            <source>A supplier needs a name to be found by. Nothing was changed.</source>
            <translation>店家要有名称才找得到。什么都没有改动。</translation>
        </message>
        <message>
            <source>{file} cannot have a password; only a workbook can. Nothing was written.</source>
            <translation>{file} 加不了密码，只有表格文件可以。没有写出任何文件。</translation>
        </message>
        <message>
            <source>No contacts were found in {file}. On the phone, share them as a contact file (.vcf).</source>
            <translation>{file} 里没有联系人。请在手机上把联系人分享为名片文件（.vcf）。</translation>
        </message>
        <message>
            <source>{file} holds more than an address book does. Share fewer contacts at once.</source>
            <translation>{file} 超出了通讯录的大小。请分几次导出联系人。</translation>
        </message>
        <message>
            <source>{file} could not be read. Copy it from the phone once more, then try again.</source>
            <translation>{file} 读不出来。请从手机重新拷贝一次，再试。</translation>
        </message>
        <message>
            <source>This text cannot be kept: it is empty, too long, or asks for an unknown field.</source>
            <translation>这段话没法保存：是空的、太长，或用了没有的字段。</translation>
        </message>
        <message>
            <source>The client book {path} is damaged ({part}). Nothing was changed; restore the latest backup.</source>
            <translation>客户簿“{path}”已损坏（{part}）。没有做任何改动，请恢复最近的备份。</translation>
        </message>
        <message>
            <source>The book {path} does not open with this key. Nothing was changed.</source>
            <translation>这把密钥打不开客户簿“{path}”。没有做任何改动。</translation>
        </message>
        <message>
            <source>A newer version of Client Keeper wrote {path}. It was left unchanged; install the newer version.</source>
            <translation>“{path}”是更新版本的贵客簿写的，没有改动它。请安装新版本。</translation>
        </message>
        <message>
            <source>Another program holds {path}, perhaps the antivirus. Try again in a moment.</source>
            <translation>“{path}”被其他程序占用，可能是杀毒软件。请稍后再试。</translation>
        </message>
        <message>
            <source>The disk refused to write {path} (code {code}). Everything saved so far is safe.</source>
            <translation>磁盘拒绝写入“{path}”（代码 {code}）。之前保存的内容都在。</translation>
        </message>
        <message>
            <source>The book {folder} is open in another window or command already.</source>
            <translation>客户簿“{folder}”已经在另一个窗口或命令中打开。</translation>
        </message>
        <message>
            <source>The key file {path} is damaged. Your clients are still there; restore a backup.</source>
            <translation>密钥文件“{path}”已损坏。客户资料还在，请恢复备份。</translation>
        </message>
        <message>
            <source>Something else has changed the key file {path}. It was not used; restore a backup.</source>
            <translation>密钥文件“{path}”被其他程序改过，没有使用它。请恢复备份。</translation>
        </message>
        <message>
            <source>A newer version of Client Keeper wrote the key file {path}. It was left unchanged; install the newer version.</source>
            <translation>密钥文件“{path}”是更新版本的贵客簿写的，没有改动它。请安装新版本。</translation>
        </message>
        <message>
            <source>That is not the passphrase.</source>
            <translation>密码不对。</translation>
        </message>
        <message>
            <source>This is a valid code, but not the one of this book.</source>
            <translation>这组恢复码格式正确，但不是这本客户簿的。</translation>
        </message>
        <message>
            <source>Check these groups of the code: {groups}.</source>
            <translation>请核对恢复码的第 {groups} 组。</translation>
        </message>
        <message>
            <source>Too many wrong tries. The next one is possible in {seconds} seconds.</source>
            <translation>错误次数太多，{seconds} 秒后才能再试。</translation>
        </message>
        <message>
            <source>Use at least {least} characters.</source>
            <translation>至少 {least} 个字符。</translation>
        </message>
        <message>
            <source>This passphrase is guessed soon. Several unrelated words are better.</source>
            <translation>这个密码很快会被猜到。用几个不相干的词会更好。</translation>
        </message>
        <message>
            <source>The self-test failed at: {step}.</source>
            <translation>自检没有通过：{step}。</translation>
        </message>
        <message>
            <source>The passphrase is missing: run this in a terminal, or give it as a line of input with --passphrase-stdin.</source>
            <translation>缺少密码：请在终端里运行，或用 --passphrase-stdin 从输入的一行读取。</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>两次输入的密码不一致。</translation>
        </message>
        <message>
            <source>This computer's keychain cannot keep the key. Use the passphrase as before.</source>
            <translation>这台电脑的钥匙串无法保存密钥，请照常使用密码。</translation>
        </message>
        <message>
            <source>That file cannot be added or shown.</source>
            <translation>这个文件无法添加或打开。</translation>
        </message>
        <message>
            <source>She has not agreed to photos yet. Record her consent first; nothing was kept.</source>
            <translation>她还没有同意拍照存档。请先登记她的同意；照片未保存。</translation>
        </message>
        <message>
            <source>{file} has {size} MB; at most {most} MB are taken. Nothing was kept.</source>
            <translation>{file} 有 {size} MB，最多只能收 {most} MB。没有保存。</translation>
        </message>
        <message>
            <source>{file} could not be read: it may have been moved, or be a folder.</source>
            <translation>“{file}”读不出来：可能已被移走，或者是一个文件夹。</translation>
        </message>
        <message>
            <source>{file} is no picture that can be read here. Save it as JPEG or PNG.</source>
            <translation>{file} 不是这里能读的图片。请另存为 JPEG 或 PNG 再试。</translation>
        </message>
        <message>
            <source>The file of this photo is no longer there. A backup may still have it.</source>
            <translation>这张照片的文件不在了，备份里可能还有。</translation>
        </message>
        <message>
            <source>The file of this photo is damaged. A backup may have a good copy.</source>
            <translation>这张照片的文件损坏了，备份里可能有完好的一份。</translation>
        </message>
        <message>
            <source>There is no backup {path}. Nothing was changed.</source>
            <translation>没有名为“{path}”的备份，什么都没有改动。</translation>
        </message>
        <message>
            <source>The backup {path} is damaged. Nothing was changed; choose another.</source>
            <translation>备份“{path}”已损坏。什么都没有改动，请另选一份。</translation>
        </message>
        <message>
            <source>The backup {path} was made under another passphrase. Enter that one.</source>
            <translation>备份“{path}”用的是当时的密码，请输入那个密码。</translation>
        </message>
        <message>
            <source>The password does not open {file}.</source>
            <translation>密码不对，打不开“{file}”。</translation>
        </message>
        <message>
            <source>No known list is called {name}; there are none yet. Lists are remembered at import.</source>
            <translation>没有名为“{name}”的表格读法；目前一个都没有。导入时可以记住表格的读法。</translation>
        </message>
        <message>
            <source>The disk is full. Everything saved so far is safe; make room, then try again.</source>
            <translation>磁盘已满。之前保存的内容都在；腾出空间后再试一次。</translation>
        </message>
        <message>
            <source>{file} has something in cell {cell} of sheet {sheet}, far beyond any client list. Delete it there, save and try again.</source>
            <translation>“{file}”的工作表“{sheet}”在单元格 {cell} 里有内容，远远超出名单的范围。请删掉它，保存后再试。</translation>
        </message>
        <message>
            <source>an archive</source>
            <translation>压缩包</translation>
        </message>
        <message>
            <source>a text document</source>
            <translation>文字文档</translation>
        </message>
        <message>
            <source>a folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>an Apple Numbers file</source>
            <translation>苹果 Numbers 文件</translation>
        </message>
        <message>
            <source>a PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>a picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>something else</source>
            <translation>别的文件</translation>
        </message>
        <message>
            <source>a saved web page</source>
            <translation>保存的网页</translation>
        </message>
        <message>
            <source>cut off</source>
            <translation>文件被截断</translation>
        </message>
        <message>
            <source>unreadable pages</source>
            <translation>有读不出的部分</translation>
        </message>
        <message>
            <source>unreadable latest changes</source>
            <translation>最近的改动读不出</translation>
        </message>
        <message>
            <source>not encrypted</source>
            <translation>没有加密</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>An amount cannot be below nothing. For money given back choose a refund.</source>
            <translation>金额不能是负数。退款请选退款类。</translation>
        </message>
        <message>
            <source>That day is still to come. Visits and bills are noted from today back.</source>
            <translation>日期还没到。到院和收费只能记今天及以前的。</translation>
        </message>
        <message>
            <source>The package has not so many sessions left.</source>
            <translation>疗程卡剩余次数不够。</translation>
        </message>
        <message>
            <source>Sessions of this package were used already. Take those visits out first.</source>
            <translation>这张疗程卡已有划扣记录，请先移除那几次划扣。</translation>
        </message>
        <message>
            <source>This deposit was used or given back already.</source>
            <translation>这笔预约金已经使用或退回。</translation>
        </message>
        <message>
            <source>The deposit is smaller than that. Note the rest as a payment.</source>
            <translation>预约金不够抵扣，多出的部分请另记一笔收款。</translation>
        </message>
        <message>
            <source>That is more than she paid for it and has not got back.</source>
            <translation>退款超过了她为此付过、尚未退回的金额。</translation>
        </message>
        <message>
            <source>Her stored value does not reach for that. Note first what she put in.</source>
            <translation>储值余额不足，请先记储值。</translation>
        </message>
    </context>
    <context>
        <name>ExchangePage</name>
        <message>
            <source>Import / Export</source>
            <translation>导入导出</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Lists and contacts (*.xlsx *.xls *.xlsm *.xlsb *.ods *.fods *.et *.csv *.txt *.vcf)</source>
            <translation>名单和通讯录 (*.xlsx *.xls *.xlsm *.xlsb *.ods *.fods *.et *.csv *.txt *.vcf)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
    </context>
    <context>
        <name>ExportAsked</name>
        <message>
            <source>Who gets it</source>
            <translation>给谁</translation>
        </message>
        <message>
            <source>Name, for example Manager Wang</source>
            <translation>姓名，例如王主管</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Your name in the sheet</source>
            <translation>表里写您的名字</translation>
        </message>
        <message>
            <source>As your colleagues call you</source>
            <translation>同事怎么称呼您</translation>
        </message>
        <message>
            <source>Which clients</source>
            <translation>哪些客户</translation>
        </message>
        <message>
            <source>For example: {purpose}</source>
            <translation>例如：{purpose}</translation>
        </message>
        <message>
            <source>List: {name}</source>
            <translation>名单：{name}</translation>
        </message>
        <message>
            <source>All clients</source>
            <translation>全部客户</translation>
        </message>
        <message>
            <source>Only mine, not those of colleagues</source>
            <translation>只要我负责的，不含同事的</translation>
        </message>
        <message>
            <source>Only those changed since my last sheet</source>
            <translation>只要上次给自己导出之后有变化的</translation>
        </message>
        <message>
            <source>Only those changed since this person's last sheet</source>
            <translation>只要上次发给这个人之后有变化的</translation>
        </message>
    </context>
    <context>
        <name>ExportCard</name>
        <message>
            <source>Without private notes, family income and who knows what: a sheet to work with, in Excel or WPS.</source>
            <translation>不含私密备注、家庭收入和知情情况，主管用 Excel 或 WPS 就能打开。</translation>
        </message>
        <message>
            <source>Everything you know, to look at or edit in Excel.</source>
            <translation>您记下的全部内容，可在 Excel 里查看和修改。</translation>
        </message>
        <message>
            <source>Gifts that are ordered and not delivered: names, addresses, words on the card, and what to keep silent about.</source>
            <translation>已订未送的礼物：收件人、地址、卡片文字，以及送货时不能提的事。</translation>
        </message>
        <message>
            <source>All data in one open format, for another program. It is not encrypted: whoever has the file can read it.</source>
            <translation>全部数据，开放格式，可供其他软件读取。文件没有加密，谁拿到都能看。</translation>
        </message>
        <message>
            <source>For the manager</source>
            <translation>给主管</translation>
        </message>
        <message>
            <source>For me</source>
            <translation>给自己</translation>
        </message>
        <message>
            <source>For the florist</source>
            <translation>给花店</translation>
        </message>
        <message>
            <source>Everything (JSON)</source>
            <translation>全部数据（JSON）</translation>
        </message>
        <message>
            <source>Choose columns…</source>
            <translation>选择列…</translation>
        </message>
        <message>
            <source>Mask phone numbers (138****1234)</source>
            <translation>手机号打码（138****1234）</translation>
        </message>
        <message>
            <source>Protect with a password</source>
            <translation>用密码保护</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Export the picked clients</source>
            <translation>导出选中的客户</translation>
        </message>
        <message>
            <source>Export the picked client</source>
            <translation>导出选中的 1 位客户</translation>
        </message>
        <message>
            <source>Export {count} picked clients</source>
            <translation>导出选中的 {count} 位客户</translation>
        </message>
        <message>
            <source>All columns</source>
            <translation>全部列</translation>
        </message>
        <message>
            <source>{count} chosen</source>
            <translation>已选 {count} 列</translation>
        </message>
        <message>
            <source>My clients {day}.xlsx</source>
            <translation>我的客户 {day}.xlsx</translation>
        </message>
        <message>
            <source>Deliveries {day}.xlsx</source>
            <translation>配送单 {day}.xlsx</translation>
        </message>
        <message>
            <source>My clients {day}.json</source>
            <translation>我的客户 {day}.json</translation>
        </message>
        <message>
            <source>the manager</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>Clients for {who} {day}.xlsx</source>
            <translation>客户表 给{who} {day}.xlsx</translation>
        </message>
    </context>
    <context>
        <name>ExportDetail</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export the picked clients</source>
            <translation>导出选中的客户</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>ExportLog</name>
        <message>
            <source>What left the book</source>
            <translation>导出记录</translation>
        </message>
        <message>
            <source>For the manager</source>
            <translation>给主管</translation>
        </message>
        <message>
            <source>For me</source>
            <translation>给自己</translation>
        </message>
        <message>
            <source>For the florist</source>
            <translation>给花店</translation>
        </message>
        <message>
            <source>Nothing yet. Every export is written down here.</source>
            <translation>还没有导出过。每次导出都会记在这里。</translation>
        </message>
        <message>
            <source>What was in it</source>
            <translation>看看给了什么</translation>
        </message>
        <message>
            <source>A briefing about one client</source>
            <translation>一位客户的接诊前一页纸</translation>
        </message>
        <message>
            <source>PDF, not encrypted</source>
            <translation>PDF，未加密</translation>
        </message>
        <message>
            <source>Everything (JSON)</source>
            <translation>全部数据（JSON）</translation>
        </message>
        <message>
            <source>{clients}, {count} columns</source>
            <translation>{clients}，{count} 列</translation>
        </message>
        <message>
            <source>{clients}, 1 column</source>
            <translation>{clients}，1 列</translation>
        </message>
        <message>
            <source>{what}, as a text table</source>
            <translation>{what}，文本表格</translation>
        </message>
        <message>
            <source>Calendar for the phone</source>
            <translation>手机日历</translation>
        </message>
        <message>
            <source>Contacts for the phone</source>
            <translation>手机通讯录</translation>
        </message>
        <message>
            <source>{clients}, not encrypted</source>
            <translation>{clients}，没有加密</translation>
        </message>
        <message>
            <source>{clients}, contains birthdays, not encrypted</source>
            <translation>{clients}，含生日，没有加密</translation>
        </message>
        <message>
            <source>1 client</source>
            <translation>1 位客户</translation>
        </message>
        <message>
            <source>{count} clients</source>
            <translation>{count} 位客户</translation>
        </message>
    </context>
    <context>
        <name>ExportResults</name>
        <message>
            <source>It opens with the password only.</source>
            <translation>必须输入密码才能打开。</translation>
        </message>
        <message>
            <source>1 text was too long for a cell; the book has it whole.</source>
            <translation>有 1 段文字超出单元格上限，客户簿里保留全文。</translation>
        </message>
        <message>
            <source>{count} texts were too long for a cell; the book has them whole.</source>
            <translation>有 {count} 段文字超出单元格上限，客户簿里保留全文。</translation>
        </message>
        <message>
            <source>1 card text names the clinic or a treatment and was left out: write it anew.</source>
            <translation>有 1 条卡片文字提到机构或项目，未写入表格：请重新写。</translation>
        </message>
        <message>
            <source>{count} card texts name the clinic or a treatment and were left out: write them anew.</source>
            <translation>有 {count} 条卡片文字提到机构或项目，未写入表格：请重新写。</translation>
        </message>
        <message>
            <source>{count} gifts written to {file}.</source>
            <translation>已导出 {count} 份礼物：{file}</translation>
        </message>
        <message>
            <source>1 gift written to {file}.</source>
            <translation>已导出 1 份礼物：{file}</translation>
        </message>
        <message>
            <source>{count} clients written to {file}.</source>
            <translation>已导出 {count} 位客户：{file}</translation>
        </message>
        <message>
            <source>1 client written to {file}.</source>
            <translation>已导出 1 位客户：{file}</translation>
        </message>
        <message>
            <source>Folder: {folder}</source>
            <translation>所在文件夹：{folder}</translation>
        </message>
    </context>
    <context>
        <name>Exporting</name>
        <message>
            <source>secrets</source>
            <translation>不宜外传的内容</translation>
        </message>
        <message>
            <source>health and allergies</source>
            <translation>健康与过敏</translation>
        </message>
        <message>
            <source>treatments</source>
            <translation>治疗项目</translation>
        </message>
        <message>
            <source>income</source>
            <translation>个人收入</translation>
        </message>
        <message>
            <source>spending</source>
            <translation>消费金额</translation>
        </message>
        <message>
            <source>card numbers</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>family and children</source>
            <translation>家人与孩子</translation>
        </message>
        <message>
            <source>notes and conversations</source>
            <translation>备注与沟通记录</translation>
        </message>
        <message>
            <source>card texts</source>
            <translation>卡片文字</translation>
        </message>
        <message>
            <source>Monthly hand-over</source>
            <translation>月度对接</translation>
        </message>
        <message>
            <source>Sharing out follow-ups</source>
            <translation>回访分配</translation>
        </message>
        <message>
            <source>List for a campaign</source>
            <translation>活动名单</translation>
        </message>
        <message>
            <source>To look through</source>
            <translation>自己翻看</translation>
        </message>
        <message>
            <source>To edit in Excel</source>
            <translation>用 Excel 修改</translation>
        </message>
        <message>
            <source>Birthday flowers</source>
            <translation>生日送花</translation>
        </message>
        <message>
            <source>Festival flowers</source>
            <translation>节日送花</translation>
        </message>
        <message>
            <source>Nothing sensitive leaves with it.</source>
            <translation>不含敏感信息。</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Sensitive, leaves with it: {what}.</source>
            <translation>含敏感信息：{what}。</translation>
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Herself</source>
            <translation>本人</translation>
        </message>
        <message>
            <source>Learnt on</source>
            <translation>何时得知</translation>
        </message>
        <message>
            <source>Learnt from</source>
            <translation>从哪得知</translation>
        </message>
        <message>
            <source>{days} days ahead and on the day</source>
            <translation>提前 {days} 天和当天</translation>
        </message>
        <message>
            <source>As the table of leads says</source>
            <translation>按提前天数表</translation>
        </message>
        <message>
            <source>On the day only</source>
            <translation>仅当天</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Whose, what for</source>
            <translation>谁的、做什么用</translation>
        </message>
        <message>
            <source>Main number</source>
            <translation>主要号码</translation>
        </message>
        <message>
            <source>Card number</source>
            <translation>卡号</translation>
        </message>
        <message>
            <source>Of which system</source>
            <translation>哪个系统</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Of whom</source>
            <translation>谁的</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Given on</source>
            <translation>同意日期</translation>
        </message>
        <message>
            <source>How given</source>
            <translation>同意方式</translation>
        </message>
        <message>
            <source>Wording</source>
            <translation>文本版本</translation>
        </message>
        <message>
            <source>Withdrawn on</source>
            <translation>撤回日期</translation>
        </message>
        <message>
            <source>Fact</source>
            <translation>哪项资料</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Treatments</source>
            <translation>是否知道她做项目</translation>
        </message>
        <message>
            <source>Occupation or school</source>
            <translation>职业或学校</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Yearly income</source>
            <translation>年收入</translation>
        </message>
        <message>
            <source>Place in the list</source>
            <translation>排第几</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Is a client too</source>
            <translation>也是客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Own name</source>
            <translation>自定名称</translation>
        </message>
        <message>
            <source>Not kept any more</source>
            <translation>不再过了</translation>
        </message>
        <message>
            <source>In years without that day</source>
            <translation>没有这一天的年份</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>到院类型</translation>
        </message>
        <message>
            <source>Talked about</source>
            <translation>聊了什么</translation>
        </message>
        <message>
            <source>Doctor</source>
            <translation>医生</translation>
        </message>
        <message>
            <source>Satisfaction, 1 to 5</source>
            <translation>满意度（1–5）</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Next day</source>
            <translation>下次日期</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>实付</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Treated</source>
            <translation>已治疗</translation>
        </message>
        <message>
            <source>List price</source>
            <translation>原价</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Interest, 1 to 5</source>
            <translation>意向（1–5）</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>Obstacle</source>
            <translation>顾虑</translation>
        </message>
        <message>
            <source>Whose idea</source>
            <translation>谁提的</translation>
        </message>
        <message>
            <source>Closed on</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Sessions bought</source>
            <translation>购买次数</translation>
        </message>
        <message>
            <source>Sessions used</source>
            <translation>已用次数</translation>
        </message>
        <message>
            <source>Bought on</source>
            <translation>购买日期</translation>
        </message>
        <message>
            <source>Expires on</source>
            <translation>到期日期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Gift</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>送给谁</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>花费</translation>
        </message>
        <message>
            <source>Day of giving</source>
            <translation>送出日期</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>场合</translation>
        </message>
        <message>
            <source>Consent to</source>
            <translation>同意什么</translation>
        </message>
        <message>
            <source>In her words</source>
            <translation>具体内容</translation>
        </message>
        <message>
            <source>On the ID card or celebrated</source>
            <translation>身份证上的 / 实际过的</translation>
        </message>
        <message>
            <source>Told ahead</source>
            <translation>提前提醒</translation>
        </message>
        <message>
            <source>Reminds</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>下单日期</translation>
        </message>
        <message>
            <source>Confirmed on</source>
            <translation>确认送达于</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>送达日期</translation>
        </message>
        <message>
            <source>Sent as</source>
            <translation>以什么名义</translation>
        </message>
        <message>
            <source>Reaction</source>
            <translation>她的反应</translation>
        </message>
        <message>
            <source>Notes for the shop</source>
            <translation>给店家的备注</translation>
        </message>
        <message>
            <source>Words on the card</source>
            <translation>卡片上的话</translation>
        </message>
        <message>
            <source>Only the month is known</source>
            <translation>只知道月份</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>How: call, WeChat, meeting</source>
            <translation>方式：电话、微信、见面</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>答应了什么</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Promised on</source>
            <translation>答应于</translation>
        </message>
        <message>
            <source>About whom or what</source>
            <translation>对谁、对什么</translation>
        </message>
        <message>
            <source>Severity, 1 to 5</source>
            <translation>严重程度（1–5）</translation>
        </message>
        <message>
            <source>How it was settled</source>
            <translation>怎么处理的</translation>
        </message>
        <message>
            <source>Spent there</source>
            <translation>当场消费</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Character, how to talk with her</source>
            <translation>性格与沟通</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>健康情况</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>QQ</source>
            <translation>QQ</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>住址</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Marked as big client</source>
            <translation>标记为大客户</translation>
        </message>
        <message>
            <source>How far she came</source>
            <translation>到院情况</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Brought by</source>
            <translation>介绍人</translation>
        </message>
        <message>
            <source>First contact</source>
            <translation>首次联系</translation>
        </message>
        <message>
            <source>Whose client</source>
            <translation>归属</translation>
        </message>
        <message>
            <source>Language, dialect</source>
            <translation>语言、方言</translation>
        </message>
        <message>
            <source>What she can afford</source>
            <translation>消费能力</translation>
        </message>
        <message>
            <source>Attitude to risk</source>
            <translation>对风险的态度</translation>
        </message>
        <message>
            <source>How she wants to look</source>
            <translation>想变成什么样</translation>
        </message>
        <message>
            <source>Number of children</source>
            <translation>孩子数</translation>
        </message>
        <message>
            <source>Visits as stated</source>
            <translation>自述到院次数</translation>
        </message>
        <message>
            <source>Private notes, never exported</source>
            <translation>私密备注（不导出）</translation>
        </message>
        <message>
            <source>Do not contact</source>
            <translation>请勿联系</translation>
        </message>
        <message>
            <source>Archived on</source>
            <translation>归档于</translation>
        </message>
        <message>
            <source>Deceased on</source>
            <translation>过世于</translation>
        </message>
        <message>
            <source>In the trash since</source>
            <translation>移到回收站</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>A need</source>
            <translation>是需求</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Size in bytes</source>
            <translation>大小（字节）</translation>
        </message>
        <message>
            <source>somebody no longer noted</source>
            <translation>已删去的人</translation>
        </message>
        <message>
            <source>another client</source>
            <translation>另一位客户</translation>
        </message>
        <message>
            <source>as she chose</source>
            <translation>按她的选择</translation>
        </message>
    </context>
    <context>
        <name>FamilyCard</name>
        <message>
            <source>Family and days</source>
            <translation>家人与日子</translation>
        </message>
        <message>
            <source>No day of her own yet: her birthday is the one to ask for.</source>
            <translation>还没记她自己的日子，先问她的生日。</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>家人</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日子</translation>
        </message>
    </context>
    <context>
        <name>FestivalGiftDialog</name>
        <message>
            <source>What was given?</source>
            <translation>送了什么？</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>{count} clients</source>
            <translation>{count} 位客户</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>Cost of each</source>
            <translation>每份花费</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>已经送到</translation>
        </message>
        <message>
            <source>Only ordered yet</source>
            <translation>刚订，还没送</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>花费</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>核对中…</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>记下</translation>
        </message>
        <message>
            <source>Give it all the same</source>
            <translation>仍然要送</translation>
        </message>
        <message>
            <source>Leave {count} out</source>
            <translation>这 {count} 位先不送</translation>
        </message>
        <message>
            <source>More than is meant for gifts this year</source>
            <translation>超出今年的送礼预算</translation>
        </message>
        <message>
            <source>The same was given not long ago</source>
            <translation>不久前送过同样的东西</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>{names} and others, {count} in all</source>
            <translation>{names}等 {count} 位</translation>
        </message>
        <message>
            <source>{reason} ({names})</source>
            <translation>{reason}（{names}）</translation>
        </message>
    </context>
    <context>
        <name>FestivalPage</name>
        <message>
            <source>Copy a greeting</source>
            <translation>复制祝福</translation>
        </message>
        <message>
            <source>Greeted</source>
            <translation>已问候</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
        <message>
            <source>Children, birthdays and occupations in the files decide who is.</source>
            <translation>按档案里的孩子、生日和职业来判断。</translation>
        </message>
        <message>
            <source>Under Done you see what was done, and can take a tick back.</source>
            <translation>在“已处理”里可以查看，也可以取消勾选。</translation>
        </message>
        <message>
            <source>Choose All, or every tier.</source>
            <translation>请选择“全部”，或不限级别。</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回（Esc）</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Copies words for her; once more for other words (Enter)</source>
            <translation>复制给她的祝福语，再按一次换一句（回车）</translation>
        </message>
        <message>
            <source>Ticks her off, or takes the tick back (Space)</source>
            <translation>勾选，或取消勾选（空格）</translation>
        </message>
        <message>
            <source>Ticks her off with a gift (G)</source>
            <translation>勾选并记为已送礼（G）</translation>
        </message>
        <message>
            <source>Leaves her out this time (S)</source>
            <translation>这次跳过她（S）</translation>
        </message>
        <message>
            <source>Opens her file (O)</source>
            <translation>打开她的档案（O）</translation>
        </message>
        <message>
            <source>{done} of {count} done</source>
            <translation>已处理 {done} / {count}</translation>
        </message>
        <message>
            <source>Writing {done} of {count}…</source>
            <translation>正在记录 {done} / {count}…</translation>
        </message>
        <message>
            <source>Nobody in the book is meant by this festival</source>
            <translation>还没有适合这个节日的客户</translation>
        </message>
        <message>
            <source>Given a gift…</source>
            <translation>送了礼…</translation>
        </message>
        <message>
            <source>Everybody has been thought of</source>
            <translation>都已照顾到了</translation>
        </message>
        <message>
            <source>Nobody here by these filters</source>
            <translation>当前筛选下没有客户</translation>
        </message>
        <message>
            <source>For {whom}. Big clients stand first.</source>
            <translation>面向{whom}，大客户排在最前。</translation>
        </message>
        <message>
            <source>Take the tick back</source>
            <translation>取消勾选</translation>
        </message>
        <message>
            <source>{count} clients picked</source>
            <translation>已选 {count} 位客户</translation>
        </message>
        <message>
            <source>Enter copies a greeting with her name, Space ticks her off.</source>
            <translation>按回车复制带称呼的祝福语，按空格勾选。</translation>
        </message>
        <message>
            <source>No ready words fit her: write your own.</source>
            <translation>没有合适的现成祝福，请自己写一句。</translation>
        </message>
        <message>
            <source>Copied: {words}</source>
            <translation>已复制：{words}</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
    </context>
    <context>
        <name>FestivalView</name>
        <message>
            <source>Clients of this festival</source>
            <translation>这个节日的客户</translation>
        </message>
    </context>
    <context>
        <name>Festivals</name>
        <message>
            <source>New Year</source>
            <translation>元旦</translation>
        </message>
        <message>
            <source>Laba</source>
            <translation>腊八</translation>
        </message>
        <message>
            <source>Little New Year</source>
            <translation>小年</translation>
        </message>
        <message>
            <source>Chinese New Year's Eve</source>
            <translation>除夕</translation>
        </message>
        <message>
            <source>Spring Festival</source>
            <translation>春节</translation>
        </message>
        <message>
            <source>Valentine's Day</source>
            <translation>情人节</translation>
        </message>
        <message>
            <source>Lantern Festival</source>
            <translation>元宵</translation>
        </message>
        <message>
            <source>Women's Day</source>
            <translation>女神节</translation>
        </message>
        <message>
            <source>White Day</source>
            <translation>白色情人节</translation>
        </message>
        <message>
            <source>Qingming</source>
            <translation>清明</translation>
        </message>
        <message>
            <source>Mother's Day</source>
            <translation>母亲节</translation>
        </message>
        <message>
            <source>20 May</source>
            <translation>520</translation>
        </message>
        <message>
            <source>Children's Day</source>
            <translation>儿童节</translation>
        </message>
        <message>
            <source>Dragon Boat Festival</source>
            <translation>端午</translation>
        </message>
        <message>
            <source>Father's Day</source>
            <translation>父亲节</translation>
        </message>
        <message>
            <source>Qixi</source>
            <translation>七夕</translation>
        </message>
        <message>
            <source>Ghost Festival</source>
            <translation>中元</translation>
        </message>
        <message>
            <source>Teachers' Day</source>
            <translation>教师节</translation>
        </message>
        <message>
            <source>Mid-Autumn Festival</source>
            <translation>中秋</translation>
        </message>
        <message>
            <source>National Day</source>
            <translation>国庆</translation>
        </message>
        <message>
            <source>Double Ninth</source>
            <translation>重阳</translation>
        </message>
        <message>
            <source>Singles' Day</source>
            <translation>双十一</translation>
        </message>
        <message>
            <source>Thanksgiving</source>
            <translation>感恩节</translation>
        </message>
        <message>
            <source>Winter Solstice</source>
            <translation>冬至</translation>
        </message>
        <message>
            <source>Christmas</source>
            <translation>圣诞</translation>
        </message>
        <message>
            <source>Minor Cold</source>
            <translation>小寒</translation>
        </message>
        <message>
            <source>Major Cold</source>
            <translation>大寒</translation>
        </message>
        <message>
            <source>Spring begins</source>
            <translation>立春</translation>
        </message>
        <message>
            <source>Rain Water</source>
            <translation>雨水</translation>
        </message>
        <message>
            <source>Insects awaken</source>
            <translation>惊蛰</translation>
        </message>
        <message>
            <source>Spring Equinox</source>
            <translation>春分</translation>
        </message>
        <message>
            <source>Grain Rain</source>
            <translation>谷雨</translation>
        </message>
        <message>
            <source>Summer begins</source>
            <translation>立夏</translation>
        </message>
        <message>
            <source>Grain Full</source>
            <translation>小满</translation>
        </message>
        <message>
            <source>Grain in Ear</source>
            <translation>芒种</translation>
        </message>
        <message>
            <source>Summer Solstice</source>
            <translation>夏至</translation>
        </message>
        <message>
            <source>Minor Heat</source>
            <translation>小暑</translation>
        </message>
        <message>
            <source>Major Heat</source>
            <translation>大暑</translation>
        </message>
        <message>
            <source>Autumn begins</source>
            <translation>立秋</translation>
        </message>
        <message>
            <source>Heat ends</source>
            <translation>处暑</translation>
        </message>
        <message>
            <source>White Dew</source>
            <translation>白露</translation>
        </message>
        <message>
            <source>Autumn Equinox</source>
            <translation>秋分</translation>
        </message>
        <message>
            <source>Cold Dew</source>
            <translation>寒露</translation>
        </message>
        <message>
            <source>Frost</source>
            <translation>霜降</translation>
        </message>
        <message>
            <source>Winter begins</source>
            <translation>立冬</translation>
        </message>
        <message>
            <source>Minor Snow</source>
            <translation>小雪</translation>
        </message>
        <message>
            <source>Major Snow</source>
            <translation>大雪</translation>
        </message>
        <message>
            <source>Qingming: a day of remembrance, better no merry greeting today.</source>
            <translation>清明：追思的日子，今天不宜发喜庆祝福。</translation>
        </message>
        <message>
            <source>Ghost Festival: no gift is handed over on this day.</source>
            <translation>中元：这一天不送礼。</translation>
        </message>
        <message>
            <source>You keep this day silent: no lists of greetings.</source>
            <translation>这一天您设为静默日：不提醒节日群发。</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>所有客户</translation>
        </message>
        <message>
            <source>women</source>
            <translation>女性客户</translation>
        </message>
        <message>
            <source>who has children</source>
            <translation>有孩子的客户</translation>
        </message>
        <message>
            <source>who has a child under 14</source>
            <translation>孩子未满 14 岁的客户</translation>
        </message>
        <message>
            <source>teachers</source>
            <translation>老师</translation>
        </message>
        <message>
            <source>who is 60 or has parents in the book</source>
            <translation>满 60 岁或有父母信息的客户</translation>
        </message>
        <message>
            <source>families with children</source>
            <translation>有孩子的家庭</translation>
        </message>
        <message>
            <source>greeted</source>
            <translation>已问候</translation>
        </message>
        <message>
            <source>given a gift</source>
            <translation>已送礼</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>已跳过</translation>
        </message>
        <message>
            <source>Festivals</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>Open the list</source>
            <translation>打开名单</translation>
        </message>
        <message>
            <source>{name} is done</source>
            <translation>{name}：已完成</translation>
        </message>
        <message>
            <source>1 client still to be greeted</source>
            <translation>还有 1 位没问候</translation>
        </message>
        <message>
            <source>{count} clients still to be greeted</source>
            <translation>还有 {count} 位没问候</translation>
        </message>
    </context>
    <context>
        <name>FestivalsDialog</name>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Day of the month</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Festivals</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Each is one line on the Today page, so many days ahead and on the day.</source>
            <translation>每个节日在“今天”页只占一行，提前几天和当天各提醒一次。</translation>
        </message>
        <message>
            <source>One of your own</source>
            <translation>添加自己的节日</translation>
        </message>
        <message>
            <source>Such as the birthday of the shop</source>
            <translation>例如：店庆</translation>
        </message>
        <message>
            <source>Name of the festival</source>
            <translation>节日名称</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>历法</translation>
        </message>
        <message>
            <source>solar</source>
            <translation>公历</translation>
        </message>
        <message>
            <source>lunar</source>
            <translation>农历</translation>
        </message>
        <message>
            <source>month {number}</source>
            <translation>{number} 月</translation>
        </message>
        <message>
            <source>day {number}</source>
            <translation>{number} 日</translation>
        </message>
        <message>
            <source>{name}: days ahead</source>
            <translation>{name}：提前天数</translation>
        </message>
        <message>
            <source> days</source>
            <translation> 天</translation>
        </message>
        <message>
            <source>Days ahead; 0 for the day alone</source>
            <translation>提前天数，0 为仅当天</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>删除{name}</translation>
        </message>
    </context>
    <context>
        <name>FileCard</name>
        <message>
            <source>Add: {what}</source>
            <translation>添加：{what}</translation>
        </message>
        <message>
            <source>Unfold: {what}</source>
            <translation>展开{what}</translation>
        </message>
        <message>
            <source>Fold: {what}</source>
            <translation>收起{what}</translation>
        </message>
    </context>
    <context>
        <name>FilterMenu</name>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺什么</translation>
        </message>
        <message>
            <source>Paid and still to come</source>
            <translation>缴费未治疗</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次到院</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Between two days…</source>
            <translation>指定日期之间…</translation>
        </message>
        <message>
            <source>Paid in all…</source>
            <translation>累计消费…</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>标签…</translation>
        </message>
        <message>
            <source>Treatments she had…</source>
            <translation>做过的项目…</translation>
        </message>
        <message>
            <source>Treatments she may want…</source>
            <translation>可开发的项目…</translation>
        </message>
        <message>
            <source>Whose client…</source>
            <translation>所属顾问…</translation>
        </message>
        <message>
            <source>Came through…</source>
            <translation>来源…</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Save as list…</source>
            <translation>存为名单…</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Turn the order round</source>
            <translation>反转顺序</translation>
        </message>
        <message>
            <source>Remove the filter {filter}</source>
            <translation>去掉条件：{filter}</translation>
        </message>
        <message>
            <source>Which tags?</source>
            <translation>选择标签</translation>
        </message>
        <message>
            <source>Which treatments did she have?</source>
            <translation>做过哪些项目？</translation>
        </message>
        <message>
            <source>Which treatments may she want?</source>
            <translation>可开发哪些项目？</translation>
        </message>
        <message>
            <source>Whose clients?</source>
            <translation>哪位顾问的客户？</translation>
        </message>
        <message>
            <source>How did she come?</source>
            <translation>从哪里来？</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Paid in all</source>
            <translation>累计消费</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次到院</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Every tier</source>
            <translation>所有级别</translation>
        </message>
        <message>
            <source>Big clients</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>To greet {count}</source>
            <translation>待问候 {count}</translation>
        </message>
        <message>
            <source>Done {count}</source>
            <translation>已处理 {count}</translation>
        </message>
        <message>
            <source>All {count}</source>
            <translation>全部 {count}</translation>
        </message>
    </context>
    <context>
        <name>Findings</name>
        <message>
            <source>{length} characters; at most {limit} fit here. Shorten it to save.</source>
            <translation>已有 {length} 字，这里最多 {limit} 字，缩短后才能保存。</translation>
        </message>
        <message>
            <source>Invisible characters were left out.</source>
            <translation>已去掉看不见的字符。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>这一天还没到。</translation>
        </message>
        <message>
            <source>This is before 1900. Check the year.</source>
            <translation>早于 1900 年，请核对年份。</translation>
        </message>
        <message>
            <source>There is no such day.</source>
            <translation>没有这一天。</translation>
        </message>
        <message>
            <source>The child would be older than the parent. Check both birthdays.</source>
            <translation>孩子比父母年纪还大，请核对两人的生日。</translation>
        </message>
        <message>
            <source>The parent would have been {age} at the birth. Check both birthdays.</source>
            <translation>孩子出生时父母才 {age} 岁，请核对两人的生日。</translation>
        </message>
        <message>
            <source>A client cannot have brought herself.</source>
            <translation>介绍人不能是客户本人。</translation>
        </message>
        <message>
            <source>This one was brought by her, directly or through others.</source>
            <translation>这位客户正是由她（直接或间接）介绍来的。</translation>
        </message>
        <message>
            <source>This is the client herself.</source>
            <translation>这就是客户本人。</translation>
        </message>
        <message>
            <source>Each would be the other's husband. Check the relation.</source>
            <translation>两人互为对方的丈夫，请核对关系。</translation>
        </message>
        <message>
            <source>This is not a complete phone number. It is kept as it is.</source>
            <translation>这不是完整的电话号码，先按原样保存。</translation>
        </message>
        <message>
            <source>This cannot be less than zero.</source>
            <translation>不能小于 0。</translation>
        </message>
        <message>
            <source>More sessions would be used than bought.</source>
            <translation>已用次数不能超过购买次数。</translation>
        </message>
    </context>
    <context>
        <name>Flows</name>
        <message>
            <source>They smiled all evening</source>
            <translation>一晚上都在笑</translation>
        </message>
        <message>
            <source>red roses</source>
            <translation>红玫瑰</translation>
        </message>
        <message>
            <source>Happy birthday from your clinic</source>
            <translation>某某医美祝你生日快乐</translation>
        </message>
        <message>
            <source>stella husband 8 March, likes jasmine tea</source>
            <translation>gnx 老公3月8日 喜欢茉莉花茶</translation>
        </message>
        <message>
            <source>Stella 14:32
Taking Poppy to the sea next month
Stella 14:36
By the way I am allergic to peanuts
Stella 14:40
Once work is calmer I want to do Thermage</source>
            <translation>南星 14:32
下个月带团子去看海
南星 14:36
对了我对花生过敏
南星 14:40
忙完这阵想做双眼皮</translation>
        </message>
    </context>
    <context>
        <name>FollowUps</name>
        <message>
            <source>Follow-ups</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Show {count} more</source>
            <translation>再看 {count} 条</translation>
        </message>
        <message>
            <source>Done: {client}</source>
            <translation>已回访：{client}</translation>
        </message>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Let it go this time</source>
            <translation>这次不跟了</translation>
        </message>
    </context>
    <context>
        <name>GapsCard</name>
        <message>
            <source>Check her</source>
            <translation>查看提醒</translation>
        </message>
    </context>
    <context>
        <name>GateFrame</name>
        <message>
            <source>Client Keeper</source>
            <translation>贵客簿</translation>
        </message>
    </context>
    <context>
        <name>GiftDialog</name>
        <message>
            <source>Item</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>花费</translation>
        </message>
        <message>
            <source>Words on the card</source>
            <translation>卡片文字</translation>
        </message>
        <message>
            <source>Reaction</source>
            <translation>反应</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>What was given?</source>
            <translation>送了什么？</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>已送出</translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>已订好</translation>
        </message>
        <message>
            <source>What did you order?</source>
            <translation>订了什么？</translation>
        </message>
        <message>
            <source>Given all the same</source>
            <translation>仍然送出</translation>
        </message>
        <message>
            <source>Order all the same</source>
            <translation>仍然订购</translation>
        </message>
    </context>
    <context>
        <name>GiftDraft</name>
        <message>
            <source>Add all the same</source>
            <translation>仍然添加</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
    </context>
    <context>
        <name>GiftRow</name>
        <message>
            <source>Reaction</source>
            <translation>反应</translation>
        </message>
        <message>
            <source>Order all the same</source>
            <translation>仍然订购</translation>
        </message>
        <message>
            <source>Leave it all the same</source>
            <translation>保持不变</translation>
        </message>
        <message>
            <source>Last year: {what}</source>
            <translation>去年：{what}</translation>
        </message>
        <message>
            <source>Nothing yet this year</source>
            <translation>今年还没有安排</translation>
        </message>
        <message>
            <source>Idea</source>
            <translation>想法</translation>
        </message>
    </context>
    <context>
        <name>GiftsCard</name>
        <message>
            <source>Gifts</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>Gift or idea</source>
            <translation>礼物或想法</translation>
        </message>
        <message>
            <source>{year}: {sum} of {budget}</source>
            <translation>{year} 年：{sum} / 预算 {budget}</translation>
        </message>
        <message>
            <source>{year}: {sum}</source>
            <translation>{year} 年：{sum}</translation>
        </message>
        <message>
            <source>Idea: {what}</source>
            <translation>想法：{what}</translation>
        </message>
        <message>
            <source>Ordered: {what}</source>
            <translation>已订：{what}</translation>
        </message>
    </context>
    <context>
        <name>GiftsSettingsCard</name>
        <message>
            <source>Words that give the clinic away</source>
            <translation>会暴露机构的字眼</translation>
        </message>
        <message>
            <source>Never given</source>
            <translation>忌送清单</translation>
        </message>
        <message>
            <source>Months until the same gift may be given again</source>
            <translation>几个月后可以再送同样的礼物</translation>
        </message>
        <message>
            <source>Warn of days on which everything is dear</source>
            <translation>提醒涨价的日子</translation>
        </message>
        <message>
            <source>Gifts</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>Put the name of your clinic here, too: no gift or card may show it.</source>
            <translation>把机构名称也加进来：礼物和卡片上都不能出现。</translation>
        </message>
        <message>
            <source>Roses are always warned of.</source>
            <translation>玫瑰始终会提醒。</translation>
        </message>
        <message>
            <source>For all gifts to one client; empty is not watched.</source>
            <translation>每位客户的礼物合计；留空则不提醒。</translation>
        </message>
        <message>
            <source>Budget a year</source>
            <translation>全年预算</translation>
        </message>
        <message>
            <source>Months until the same person may get the same again.</source>
            <translation>几个月内不给同一个人送同样的礼物。</translation>
        </message>
        <message>
            <source>The same gift</source>
            <translation>重复的礼物</translation>
        </message>
        <message>
            <source>14 February, 20 May, Qixi, Mother's Day: order a week ahead.</source>
            <translation>2 月 14 日、5 月 20 日、七夕、母亲节：提前一周订。</translation>
        </message>
        <message>
            <source>Dear days</source>
            <translation>涨价的日子</translation>
        </message>
        <message>
            <source>No tier</source>
            <translation>无等级</translation>
        </message>
        <message>
            <source>Budget a year: {tier}</source>
            <translation>全年预算：{tier}</translation>
        </message>
    </context>
    <context>
        <name>GoTo</name>
        <message>
            <source>Go to</source>
            <translation>跳到</translation>
        </message>
    </context>
    <context>
        <name>GreetForm</name>
        <message>
            <source>I have sent it</source>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Your own words</source>
            <translation>写几句自己的话</translation>
        </message>
        <message>
            <source>Other words</source>
            <translation>换一段</translation>
        </message>
        <message>
            <source>Copy for WeChat</source>
            <translation>复制到微信</translation>
        </message>
        <message>
            <source>Words for her</source>
            <translation>发给她的话</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>{names} must not know, and "{word}" gives it away. Take it out.</source>
            <translation>{names}不知情，而“{word}”会说漏嘴，请删掉。</translation>
        </message>
    </context>
    <context>
        <name>GreetingDialog</name>
        <message>
            <source>Other words (Alt+Left)</source>
            <translation>换一段（Alt+←）</translation>
        </message>
        <message>
            <source>Other words (Alt+Right)</source>
            <translation>换一段（Alt+→）</translation>
        </message>
        <message>
            <source>Copy for WeChat</source>
            <translation>复制到微信</translation>
        </message>
        <message>
            <source>Today's reminder is done with it</source>
            <translation>今天的提醒也算完成</translation>
        </message>
        <message>
            <source>A greeting</source>
            <translation>问候</translation>
        </message>
        <message>
            <source>I have sent it</source>
            <translation>已发出</translation>
        </message>
        <message>
            <source>Notes it among her contacts. The app itself sends nothing. (Ctrl+Enter)</source>
            <translation>记入联系记录，本软件不会替您发送。（Ctrl+回车）</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>场合</translation>
        </message>
        <message>
            <source>The words</source>
            <translation>问候的话</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>问候的话</translation>
        </message>
        <message>
            <source>Change what you like before copying. The copy is cleared in 30 seconds.</source>
            <translation>复制前可以随意改。复制的内容 30 秒后自动清除。</translation>
        </message>
        <message>
            <source>A greeting to {name}</source>
            <translation>问候{name}</translation>
        </message>
        <message>
            <source>{names} must not know, and "{word}" gives it away. Take it out.</source>
            <translation>{names}不知道，“{word}”会露馅，请去掉。</translation>
        </message>
        <message>
            <source>The words say "{word}", but the day is {relative}.</source>
            <translation>话里说“{word}”，可这一天是{relative}。</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
    </context>
    <context>
        <name>GreetingFacts</name>
        <message>
            <source>Her birthday</source>
            <translation>她的生日</translation>
        </message>
        <message>
            <source>Her round birthday</source>
            <translation>她的整寿</translation>
        </message>
        <message>
            <source>Her child's birthday</source>
            <translation>孩子的生日</translation>
        </message>
        <message>
            <source>Her baby is one month old</source>
            <translation>宝宝满月</translation>
        </message>
        <message>
            <source>Her baby is 100 days old</source>
            <translation>宝宝百日</translation>
        </message>
        <message>
            <source>Her child's first birthday</source>
            <translation>孩子周岁</translation>
        </message>
        <message>
            <source>Her child's first day of school</source>
            <translation>孩子上小学</translation>
        </message>
        <message>
            <source>Her child comes of age</source>
            <translation>孩子 18 岁成年</translation>
        </message>
        <message>
            <source>Her husband's birthday</source>
            <translation>老公的生日</translation>
        </message>
        <message>
            <source>A birthday in the family</source>
            <translation>家人的生日</translation>
        </message>
        <message>
            <source>A round birthday in the family</source>
            <translation>家人大寿</translation>
        </message>
        <message>
            <source>Wedding anniversary</source>
            <translation>结婚纪念日</translation>
        </message>
        <message>
            <source>Round wedding anniversary</source>
            <translation>结婚整年纪念</translation>
        </message>
        <message>
            <source>A day she values</source>
            <translation>她看重的日子</translation>
        </message>
        <message>
            <source>After a visit</source>
            <translation>到院之后</translation>
        </message>
        <message>
            <source>Not seen for long</source>
            <translation>好久没来</translation>
        </message>
        <message>
            <source>A festival of your own</source>
            <translation>自己添加的节日</translation>
        </message>
        <message>
            <source>What she is called</source>
            <translation>怎么称呼她</translation>
        </message>
        <message>
            <source>Her full name</source>
            <translation>她的姓名</translation>
        </message>
        <message>
            <source>Whose day it is</source>
            <translation>谁的日子</translation>
        </message>
        <message>
            <source>Her child</source>
            <translation>她的孩子</translation>
        </message>
        <message>
            <source>Her husband</source>
            <translation>她的先生</translation>
        </message>
        <message>
            <source>Age or years</source>
            <translation>几岁或几年</translation>
        </message>
        <message>
            <source>The date</source>
            <translation>哪一天</translation>
        </message>
        <message>
            <source>The name of the day</source>
            <translation>日子的名称</translation>
        </message>
        <message>
            <source>How you sign</source>
            <translation>您的落款</translation>
        </message>
        <message>
            <source>Write the text first.</source>
            <translation>先写一段话。</translation>
        </message>
        <message>
            <source>There is no field {{{value}}}. Use the buttons above.</source>
            <translation>没有 {{{value}}} 这个字段，请用上面的按钮。</translation>
        </message>
        <message>
            <source>A brace {value} stands alone: fields read like {{{field}}}.</source>
            <translation>有一个单独的 {value}：字段要写成 {{{field}}}。</translation>
        </message>
        <message>
            <source>The text is longer than {value} signs.</source>
            <translation>这段话超过了 {value} 个字。</translation>
        </message>
        <message>
            <source>Birthday of {person}</source>
            <translation>{person}的生日</translation>
        </message>
        <message>
            <source>{day}: {person}</source>
            <translation>{person}{day}</translation>
        </message>
        <message>
            <source>{what} · {day} · {relative}</source>
            <translation>{what} · {day} · {relative}</translation>
        </message>
        <message>
            <source>She is not to be contacted: every reminder about her has stopped.</source>
            <translation>这位客户不再联系：所有提醒都已停止。</translation>
        </message>
        <message>
            <source>{person} has died: no greeting on this day.</source>
            <translation>{person}已经离世，这一天不发问候。</translation>
        </message>
        <message>
            <source>A day of remembrance: no ready words here, only your own.</source>
            <translation>这是追思的日子：不备现成的话，请您自己斟酌。</translation>
        </message>
        <message>
            <source>There was a death in her family: nothing merry now.</source>
            <translation>她家里有白事，这时候不说喜庆话。</translation>
        </message>
        <message>
            <source>They are separated: better no greeting on this day.</source>
            <translation>他们已分开，这一天最好不发问候。</translation>
        </message>
    </context>
    <context>
        <name>GreetingTextDialog</name>
        <message>
            <source>Text for: {occasion}</source>
            <translation>问候语：{occasion}</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Put in</source>
            <translation>插入</translation>
        </message>
        <message>
            <source>The text</source>
            <translation>问候语</translation>
        </message>
        <message>
            <source>For a made-up client it reads</source>
            <translation>发给一位虚构客户会是这样</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>给谁</translation>
        </message>
        <message>
            <source>Every client</source>
            <translation>所有客户</translation>
        </message>
        <message>
            <source>Daisy</source>
            <translation>朵朵</translation>
        </message>
        <message>
            <source>her husband</source>
            <translation>老公</translation>
        </message>
        <message>
            <source>Ms Wang</source>
            <translation>王姐</translation>
        </message>
        <message>
            <source>Wang Xiaomei</source>
            <translation>王小美</translation>
        </message>
    </context>
    <context>
        <name>Greetings</name>
        <message>
            <source>{hello}, nothing to prepare today</source>
            <translation>{hello}，今天没有要准备的</translation>
        </message>
        <message>
            <source>{hello}, {count} to think of today</source>
            <translation>{hello}，今天有 {count} 份心意要准备</translation>
        </message>
        <message>
            <source>Good morning</source>
            <translation>早上好</translation>
        </message>
        <message>
            <source>Good day</source>
            <translation>中午好</translation>
        </message>
        <message>
            <source>Good afternoon</source>
            <translation>下午好</translation>
        </message>
        <message>
            <source>Good evening</source>
            <translation>晚上好</translation>
        </message>
    </context>
    <context>
        <name>GreetingsCard</name>
        <message>
            <source>How you sign</source>
            <translation>您的落款</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>您的称呼</translation>
        </message>
        <message>
            <source>Your name in sheets</source>
            <translation>表格里您的名字</translation>
        </message>
        <message>
            <source>As your colleagues call you</source>
            <translation>同事怎么称呼您</translation>
        </message>
        <message>
            <source>Add a text…</source>
            <translation>添加一段…</translation>
        </message>
        <message>
            <source>Greeting texts</source>
            <translation>问候语</translation>
        </message>
        <message>
            <source>Stands at the end of some texts; without it they end before.</source>
            <translation>有的问候语末尾会落款；不填就不带。</translation>
        </message>
        <message>
            <source>Stands in sheets for the manager, so that she knows whose they are.</source>
            <translation>写在给主管的表里，方便知道是谁的客户。</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>场合</translation>
        </message>
        <message>
            <source>Back to the text of the app</source>
            <translation>恢复自带的问候语</translation>
        </message>
        <message>
            <source>Remove this text</source>
            <translation>删除这一段</translation>
        </message>
        <message>
            <source>Change this text</source>
            <translation>修改这一段</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>自己的</translation>
        </message>
        <message>
            <source>Big clients</source>
            <translation>大客户</translation>
        </message>
    </context>
    <context>
        <name>Guard</name>
        <message>
            <source>{day} is {name}: everything is dear. Order a week ahead, or choose another day</source>
            <translation>{day}是{name}，价格会大涨：提前一周订，或换一天送</translation>
        </message>
        <message>
            <source>That makes {spent} on gifts in {year}; {budget} is meant for her tier</source>
            <translation>{year} 年礼物合计将达 {spent}，该等级预算为 {budget}</translation>
        </message>
        <message>
            <source>The card says "{word}": {persons} must not read that</source>
            <translation>卡片上写了“{word}”：不能让{persons}看到</translation>
        </message>
        <message>
            <source>"{word}": never roses; lilies or carnations instead</source>
            <translation>“{word}”：不送玫瑰，改送百合或康乃馨</translation>
        </message>
        <message>
            <source>"{word}" gives the clinic away: no name, no logo on a gift or its card</source>
            <translation>“{word}”会暴露机构：礼物和卡片上不要有机构名称或标志</translation>
        </message>
        <message>
            <source>"{word}" is on your list of what is never given</source>
            <translation>“{word}”在您的忌送清单里</translation>
        </message>
        <message>
            <source>Sent as "{word}": gifts are sent as a friend</source>
            <translation>署名“{word}”：礼物应以朋友名义送出</translation>
        </message>
        <message>
            <source>{day} is the Ghost Festival: nothing is handed over then. Choose another day</source>
            <translation>{day} 是中元，这一天不送礼，换个日子吧</translation>
        </message>
        <message>
            <source>She is allergic: {word}</source>
            <translation>她过敏：{word}</translation>
        </message>
        <message>
            <source>{person} is allergic: {word}</source>
            <translation>{person}过敏：{word}</translation>
        </message>
        <message>
            <source>She does not want: {word}</source>
            <translation>她忌讳：{word}</translation>
        </message>
        <message>
            <source>{person} does not want: {word}</source>
            <translation>{person}忌讳：{word}</translation>
        </message>
        <message>
            <source>The same was given within the time set: {day}</source>
            <translation>不久前送过同样的礼物：{day}</translation>
        </message>
        <message>
            <source>somebody does not know</source>
            <translation>有人不知情</translation>
        </message>
        <message>
            <source>the card gives it away</source>
            <translation>卡片会露馅</translation>
        </message>
        <message>
            <source>roses</source>
            <translation>玫瑰</translation>
        </message>
        <message>
            <source>the clinic is named</source>
            <translation>带机构名称</translation>
        </message>
        <message>
            <source>never given</source>
            <translation>忌送之物</translation>
        </message>
        <message>
            <source>an allergy</source>
            <translation>过敏</translation>
        </message>
        <message>
            <source>not wanted</source>
            <translation>她忌讳</translation>
        </message>
        <message>
            <source>the same again</source>
            <translation>重复送礼</translation>
        </message>
        <message>
            <source>a dear day</source>
            <translation>涨价日</translation>
        </message>
        <message>
            <source>over the budget</source>
            <translation>超预算</translation>
        </message>
        <message>
            <source>not sent as a friend</source>
            <translation>未以朋友名义</translation>
        </message>
        <message>
            <source>handed over on the Ghost Festival</source>
            <translation>中元送礼</translation>
        </message>
        <message>
            <source>Valentine's Day</source>
            <translation>情人节</translation>
        </message>
        <message>
            <source>20 May</source>
            <translation>“520”</translation>
        </message>
        <message>
            <source>Qixi</source>
            <translation>七夕</translation>
        </message>
        <message>
            <source>Mother's Day</source>
            <translation>母亲节</translation>
        </message>
        <message>
            <source>You set aside: {reasons}</source>
            <translation>已忽略的提醒：{reasons}</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between reasons</comment>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>Half</name>
        <message>
            <source>Add: {what}</source>
            <translation>添加：{what}</translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message>
            <source>Back (Esc)</source>
            <translation>返回（Esc）</translation>
        </message>
        <message>
            <source>Note a visit</source>
            <translation>记到院</translation>
        </message>
        <message>
            <source>Note a talk</source>
            <translation>记联系</translation>
        </message>
        <message>
            <source>Briefing</source>
            <translation>接诊前一页纸</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>One page to read before she comes (Ctrl+B)</source>
            <translation>她来之前看这一页（Ctrl+B）</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Big client</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>{names} must not know</source>
            <translation>别让{names}知道</translation>
        </message>
        <message>
            <source>{names} and others, {count} in all, must not know</source>
            <translation>别让{names}等 {count} 人知道</translation>
        </message>
        <message>
            <source>{names}: do not know of her treatments. No word of the clinic.</source>
            <translation>{names}不知道她做过项目，别提医院。</translation>
        </message>
        <message>
            <source>WeChat {name}</source>
            <translation>微信 {name}</translation>
        </message>
        <message>
            <source>known since {day}</source>
            <translation>{day}认识</translation>
        </message>
        <message>
            <source>{sum} in 12 months, visits: {visits}</source>
            <translation>近 12 个月 {sum} / {visits} 次</translation>
        </message>
        <message>
            <source>last visit {when}</source>
            <translation>上次到院 {when}</translation>
        </message>
        <message>
            <source>no visit yet</source>
            <translation>还没到过院</translation>
        </message>
        <message>
            <source>{day} ({whose})</source>
            <translation>{whose}{day}</translation>
        </message>
        <message>
            <source>next: {what} {when}</source>
            <translation>下一个日子：{what} {when}</translation>
        </message>
    </context>
    <context>
        <name>HeadMenu</name>
        <message>
            <source>Write a greeting</source>
            <translation>写祝福</translation>
        </message>
        <message>
            <source>Is she in the book twice?</source>
            <translation>查一查有没有重复建档</translation>
        </message>
        <message>
            <source>Check her reminders</source>
            <translation>查她的提醒</translation>
        </message>
        <message>
            <source>History of the file</source>
            <translation>档案历史</translation>
        </message>
        <message>
            <source>May be contacted again</source>
            <translation>恢复联系</translation>
        </message>
        <message>
            <source>Do not contact: stops every reminder</source>
            <translation>请勿联系（停止所有提醒）</translation>
        </message>
        <message>
            <source>Take out of the archive</source>
            <translation>取消归档</translation>
        </message>
        <message>
            <source>Archive: stops every reminder</source>
            <translation>归档（停止所有提醒）</translation>
        </message>
        <message>
            <source>She is alive</source>
            <translation>更正：仍在世</translation>
        </message>
        <message>
            <source>She died: stops every reminder</source>
            <translation>已过世（停止所有提醒）</translation>
        </message>
        <message>
            <source>Take out of the trash</source>
            <translation>移出回收站</translation>
        </message>
        <message>
            <source>Into the trash: kept for 30 days</source>
            <translation>移到回收站（保留 30 天）</translation>
        </message>
    </context>
    <context>
        <name>HistoryCard</name>
        <message>
            <source>History of the file</source>
            <translation>档案历史</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Show the history of the file</source>
            <translation>查看档案历史</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Her own facts</source>
            <translation>基本资料</translation>
        </message>
        <message>
            <source>Family and days</source>
            <translation>家人与日子</translation>
        </message>
        <message>
            <source>Visits, bills, projects</source>
            <translation>到院、账单、项目</translation>
        </message>
        <message>
            <source>Gifts, talks, promises</source>
            <translation>礼物、联系、承诺</translation>
        </message>
        <message>
            <source>Activities, points, consents</source>
            <translation>活动、积分、同意书</translation>
        </message>
        <message>
            <source>What to show</source>
            <translation>看哪些</translation>
        </message>
        <message>
            <source>Older</source>
            <translation>更早的</translation>
        </message>
        <message>
            <source>Hide the history of the file</source>
            <translation>收起档案历史</translation>
        </message>
        <message>
            <source>Nothing was written here by hand yet.</source>
            <translation>还没有手动记过什么。</translation>
        </message>
    </context>
    <context>
        <name>ImportFields</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>What she is called</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Birthday solar or lunar</source>
            <translation>生日公历或农历</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>QQ</source>
            <translation>QQ</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>Yearly income</source>
            <translation>年收入</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>How many children</source>
            <translation>孩子个数</translation>
        </message>
        <message>
            <source>Children and birthdays</source>
            <translation>孩子及生日</translation>
        </message>
        <message>
            <source>Husband's name</source>
            <translation>老公姓名</translation>
        </message>
        <message>
            <source>Husband's phone</source>
            <translation>老公电话</translation>
        </message>
        <message>
            <source>Husband's birthday</source>
            <translation>老公生日</translation>
        </message>
        <message>
            <source>Husband's occupation</source>
            <translation>老公职业</translation>
        </message>
        <message>
            <source>Husband's income</source>
            <translation>老公收入</translation>
        </message>
        <message>
            <source>Wedding anniversary</source>
            <translation>结婚纪念日</translation>
        </message>
        <message>
            <source>Personality</source>
            <translation>性格</translation>
        </message>
        <message>
            <source>Likes and taboos</source>
            <translation>喜好与忌讳</translation>
        </message>
        <message>
            <source>Likes</source>
            <translation>喜好</translation>
        </message>
        <message>
            <source>Taboos</source>
            <translation>忌讳</translation>
        </message>
        <message>
            <source>Allergies</source>
            <translation>过敏</translation>
        </message>
        <message>
            <source>Health notes</source>
            <translation>健康备注</translation>
        </message>
        <message>
            <source>Projects she may want</source>
            <translation>可开发项目</translation>
        </message>
        <message>
            <source>Projects done</source>
            <translation>已完成项目</translation>
        </message>
        <message>
            <source>Gifts given</source>
            <translation>送过的礼物</translation>
        </message>
        <message>
            <source>Number of visits</source>
            <translation>到院次数</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>How she came to us</source>
            <translation>来源渠道</translation>
        </message>
        <message>
            <source>Referred by</source>
            <translation>介绍人</translation>
        </message>
        <message>
            <source>First contact</source>
            <translation>首次联系</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Clinic card number</source>
            <translation>会员卡号</translation>
        </message>
        <message>
            <source>Dialect</source>
            <translation>方言</translation>
        </message>
        <message>
            <source>What she can afford</source>
            <translation>消费能力</translation>
        </message>
        <message>
            <source>Attitude to risk</source>
            <translation>风险态度</translation>
        </message>
        <message>
            <source>What she hopes to look like</source>
            <translation>外貌期望</translation>
        </message>
        <message>
            <source>Consultant in charge</source>
            <translation>现场咨询师</translation>
        </message>
        <message>
            <source>Clinic's member level</source>
            <translation>会员等级</translation>
        </message>
        <message>
            <source>Total paid</source>
            <translation>累计消费</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>最近到院</translation>
        </message>
        <message>
            <source>Big client</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>Cell</source>
            <translation>单元格</translation>
        </message>
    </context>
    <context>
        <name>ImportResults</name>
        <message>
            <source>{file}: taken in</source>
            <translation>{file}：已导入</translation>
        </message>
        <message>
            <source>{file}: {count} taken into the book</source>
            <translation>{file}：{count} 位客户已入簿</translation>
        </message>
        <message>
            <source>{file}: {count} updated</source>
            <translation>{file}：已更新 {count} 行</translation>
        </message>
        <message>
            <source>{file}: {count} added</source>
            <translation>{file}：已新增 {count} 行</translation>
        </message>
        <message>
            <source>{file}: {new} added, {updated} updated</source>
            <translation>{file}：已新增 {new} 行，更新 {updated} 行</translation>
        </message>
        <message>
            <source>1 row holds something undecided.</source>
            <translation>1 行还有没定的地方。</translation>
        </message>
        <message>
            <source>{count} rows hold something undecided.</source>
            <translation>{count} 行还有没定的地方。</translation>
        </message>
        <message>
            <source>Yours stays for now; the next time you are asked again.</source>
            <translation>先按您的保留，下次导入时再问您。</translation>
        </message>
        <message>
            <source>In 1 row something could not be taken.</source>
            <translation>有 1 行的部分内容没能读取。</translation>
        </message>
        <message>
            <source>In {count} rows something could not be taken.</source>
            <translation>有 {count} 行的部分内容没能读取。</translation>
        </message>
        <message>
            <source>Save the rows with problems, mend the red cells in Excel and import that file: what is here already stays.</source>
            <translation>把有问题的行另存，在 Excel 里改好标红的单元格再导入即可，已导入的不受影响。</translation>
        </message>
        <message>
            <source>Every row was taken as it stood.</source>
            <translation>每一行都完整导入了。</translation>
        </message>
    </context>
    <context>
        <name>ImportSources</name>
        <message>
            <source>My own list of clients</source>
            <translation>自己的客户名单</translation>
        </message>
        <message>
            <source>Export of the clinic's system</source>
            <translation>机构系统导出</translation>
        </message>
        <message>
            <source>A sheet of this app, edited and back</source>
            <translation>客户簿导出的表改好发回</translation>
        </message>
        <message>
            <source>Contacts of a phone</source>
            <translation>手机通讯录</translation>
        </message>
        <message>
            <source>exported {day}, {time}</source>
            <translation>{day} {time} 导出</translation>
        </message>
        <message>
            <source>from the book of {name}</source>
            <translation>出自{name}的客户簿</translation>
        </message>
        <message>
            <source>Hidden sheets in the file were read too: {names}</source>
            <translation>隐藏的工作表也读了：{names}</translation>
        </message>
        <message>
            <source>Columns not read: {names}</source>
            <translation>没有读取的列：{names}</translation>
        </message>
        <message>
            <source>Sheets not read: {names}</source>
            <translation>没有读取的工作表：{names}</translation>
        </message>
        <message>
            <source>1 purchase the clinic had told before is not in this list any more ({paid}). It stays in your book.</source>
            <translation>有 1 笔消费机构以前给过、这份名单里没有了（{paid}），客户簿里仍保留。</translation>
        </message>
        <message>
            <source>{count} purchases the clinic had told before are not in this list any more ({paid} in all). They stay in your book.</source>
            <translation>有 {count} 笔消费机构以前给过、这份名单里没有了（共 {paid}），客户簿里仍保留。</translation>
        </message>
        <message>
            <source>sent to the manager</source>
            <translation>给主管的</translation>
        </message>
        <message>
            <source>sent to {name}</source>
            <translation>给{name}的</translation>
        </message>
        <message>
            <source>was kept by you</source>
            <translation>自己留的</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>{shown} and {count} more</source>
            <translation>{shown}等，另有 {count} 个</translation>
        </message>
    </context>
    <context>
        <name>ImportSummary</name>
        <message>
            <source>Your own list</source>
            <translation>自己的名单</translation>
        </message>
        <message>
            <source>Export of the clinic</source>
            <translation>机构导出表</translation>
        </message>
        <message>
            <source>Our sheet come back</source>
            <translation>发回的表</translation>
        </message>
        <message>
            <source>Contacts of a phone</source>
            <translation>手机通讯录</translation>
        </message>
        <message>
            <source>Taken back but for {count} edited since</source>
            <translation>已撤回，保留之后改过的 {count} 处</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Nothing of it is left</source>
            <translation>内容已全部删除</translation>
        </message>
        <message>
            <source>1 new client</source>
            <translation>新客户 1 位</translation>
        </message>
        <message>
            <source>{count} new clients</source>
            <translation>新客户 {count} 位</translation>
        </message>
        <message>
            <source>1 phone number added</source>
            <translation>新增电话 1 个</translation>
        </message>
        <message>
            <source>{count} phone numbers added</source>
            <translation>新增电话 {count} 个</translation>
        </message>
        <message>
            <source>1 card number linked to a client</source>
            <translation>关联机构卡号 1 个</translation>
        </message>
        <message>
            <source>{count} card numbers linked to your clients</source>
            <translation>关联机构卡号 {count} 个</translation>
        </message>
        <message>
            <source>1 new visit</source>
            <translation>新到院 1 次</translation>
        </message>
        <message>
            <source>{count} new visits</source>
            <translation>新到院 {count} 次</translation>
        </message>
        <message>
            <source>{visits}, {paid} paid</source>
            <translation>{visits}，实收 {paid}</translation>
        </message>
        <message>
            <source>{paid} paid</source>
            <translation>实收 {paid}</translation>
        </message>
        <message>
            <source>1 new birthday or other date</source>
            <translation>新增生日或纪念日 1 个</translation>
        </message>
        <message>
            <source>{count} new birthdays and other dates</source>
            <translation>新增生日和纪念日 {count} 个</translation>
        </message>
        <message>
            <source>{count} of them within 14 days: you will be reminded</source>
            <translation>其中 {count} 个在 14 天内，到时会提醒</translation>
        </message>
        <message>
            <source>{what} in the family</source>
            <translation>家人{what}</translation>
        </message>
        <message>
            <source>Tiers to come: {ups} up, {downs} down by the last 365 days</source>
            <translation>等级将有变化：升 {ups} 位，降 {downs} 位（按近 365 天）</translation>
        </message>
        <message>
            <source>Tiers to come: {ups} up by the last 365 days</source>
            <translation>等级将有变化：升 {ups} 位（按近 365 天）</translation>
        </message>
        <message>
            <source>Tiers to come: {downs} down by the last 365 days</source>
            <translation>等级将有变化：降 {downs} 位（按近 365 天）</translation>
        </message>
        <message>
            <source>1 purchase the clinic has no more, {paid}: it stays in your book</source>
            <translation>1 笔消费机构那边已经没有了（{paid}），客户簿里仍保留</translation>
        </message>
        <message>
            <source>{count} purchases the clinic has no more, {paid}: they stay in your book</source>
            <translation>{count} 笔消费机构那边已经没有了（共 {paid}），客户簿里仍保留</translation>
        </message>
        <message>
            <source>1 difference left as your book has it</source>
            <translation>1 处不同，保留客户簿原值</translation>
        </message>
        <message>
            <source>{count} differences left as your book has them</source>
            <translation>{count} 处不同，保留客户簿原值</translation>
        </message>
        <message>
            <source>1 row held back</source>
            <translation>1 行未导入</translation>
        </message>
        <message>
            <source>{count} rows held back</source>
            <translation>{count} 行未导入</translation>
        </message>
    </context>
    <context>
        <name>ImportWizard</name>
        <message>
            <source>Reading the file…</source>
            <translation>正在读取文件…</translation>
        </message>
        <message>
            <source>Comparing it with the book…</source>
            <translation>正在与客户簿比对…</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>正在导入…</translation>
        </message>
        <message>
            <source>A backup is made first; then everything is written at once.</source>
            <translation>先备份，再一次性写入。</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Step 1 of 3: is every column understood?</source>
            <translation>第 1 步，共 3 步：每一列都认对了吗？</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Step 2 of 3: what would change; nothing is written yet</source>
            <translation>第 2 步，共 3 步：看看会改什么，现在还没有写入</translation>
        </message>
        <message>
            <source>What would change; nothing is written yet</source>
            <translation>看看会改什么，现在还没有写入</translation>
        </message>
        <message>
            <source>Whose value stands?</source>
            <translation>以哪边为准？</translation>
        </message>
        <message>
            <source>Step 3 of 3: done</source>
            <translation>第 3 步，共 3 步：完成</translation>
        </message>
        <message>
            <source>Nothing was written</source>
            <translation>没有写入</translation>
        </message>
        <message>
            <source>Stopped. Nothing was written.</source>
            <translation>已停止，没有写入。</translation>
        </message>
        <message>
            <source>{file} - to mend.xlsx</source>
            <translation>{file}-待修正.xlsx</translation>
        </message>
        <message>
            <source>Save the rows with problems</source>
            <translation>保存有问题的行</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>错误说明</translation>
        </message>
    </context>
    <context>
        <name>Imports</name>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>有更新</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>没变化</translation>
        </message>
        <message>
            <source>To decide</source>
            <translation>待确认</translation>
        </message>
        <message>
            <source>With an error</source>
            <translation>有错误</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>已跳过</translation>
        </message>
        <message>
            <source>Contact {row}</source>
            <translation>第 {row} 张名片</translation>
        </message>
        <message>
            <source>{sheet}, row {row}</source>
            <translation>{sheet} 第 {row} 行</translation>
        </message>
        <message>
            <source>{field} “{raw}”: {why}</source>
            <translation>{field}“{raw}”：{why}</translation>
        </message>
        <message>
            <source>{field}: {why}</source>
            <translation>{field}：{why}</translation>
        </message>
        <message>
            <source>becomes a big client</source>
            <translation>标为大客户</translation>
        </message>
        <message>
            <source>{field}: no longer</source>
            <translation>{field}：取消</translation>
        </message>
        <message>
            <source>{field}: − {ours}</source>
            <translation>{field}：去掉 {ours}</translation>
        </message>
        <message>
            <source>{field}: {ours} → {theirs}</source>
            <translation>{field}：{ours} → {theirs}</translation>
        </message>
        <message>
            <source>{field}: + {theirs}</source>
            <translation>{field}：＋{theirs}</translation>
        </message>
        <message>
            <source>{field}: {ours} / {theirs}</source>
            <translation>{field}：{ours} / {theirs}</translation>
        </message>
        <message>
            <source>delete the row ({ours})?</source>
            <translation>删除整行（{ours}）？</translation>
        </message>
        <message>
            <source>the row is deleted</source>
            <translation>删除整行</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>{shown} and {count} more</source>
            <translation>{shown}，另有 {count} 处</translation>
        </message>
    </context>
    <context>
        <name>InvitationDraft</name>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Day of a new activity</source>
            <translation>新活动的日期</translation>
        </message>
        <message>
            <source>Day, if it is a new one</source>
            <translation>日期（新活动才填）</translation>
        </message>
    </context>
    <context>
        <name>KeptDialog</name>
        <message>
            <source>This stays as you have it</source>
            <translation>以下保持您现在的样子</translation>
        </message>
        <message>
            <source>Take the rest back</source>
            <translation>撤回其余内容</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>1 thing that came with {file} was edited or used since.</source>
            <translation>随 {file} 进来的内容中，有 1 处之后改过或用到。</translation>
        </message>
        <message>
            <source>{count} things that came with {file} were edited or used since.</source>
            <translation>随 {file} 进来的内容中，有 {count} 处之后改过或用到。</translation>
        </message>
        <message>
            <source>They stay as they are now; everything else is taken back.</source>
            <translation>这些保持现状，其余全部撤回。</translation>
        </message>
    </context>
    <context>
        <name>KeptList</name>
        <message>
            <source>and {count} more things</source>
            <translation>另有 {count} 处</translation>
        </message>
        <message>
            <source>No longer in the book</source>
            <translation>已不在客户簿中</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Passphrase of today</source>
            <translation>现在的密码</translation>
        </message>
        <message>
            <source>The new passphrase</source>
            <translation>新密码</translation>
        </message>
    </context>
    <context>
        <name>Later</name>
        <message>
            <source>In an hour</source>
            <translation>一小时后</translation>
        </message>
        <message>
            <source>This evening</source>
            <translation>今晚</translation>
        </message>
        <message>
            <source>Tomorrow morning</source>
            <translation>明天早上</translation>
        </message>
    </context>
    <context>
        <name>LeadCell</name>
        <message>
            <source>off</source>
            <translation>不提醒</translation>
        </message>
        <message>
            <source>the day</source>
            <translation>当天</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} 天</translation>
        </message>
    </context>
    <context>
        <name>Leads</name>
        <message>
            <source>Her birthday</source>
            <translation>客户本人生日</translation>
        </message>
        <message>
            <source>Her husband's birthday</source>
            <translation>老公生日</translation>
        </message>
        <message>
            <source>A child's birthday</source>
            <translation>孩子生日</translation>
        </message>
        <message>
            <source>Other birthdays in the family</source>
            <translation>其他家人生日</translation>
        </message>
        <message>
            <source>Wedding anniversary</source>
            <translation>结婚纪念日</translation>
        </message>
        <message>
            <source>A day she values</source>
            <translation>看重的日子</translation>
        </message>
        <message>
            <source>A child's milestones</source>
            <translation>孩子满月、百日等</translation>
        </message>
        <message>
            <source>VIP, marked</source>
            <translation>VIP、标记</translation>
        </message>
        <message>
            <source>No tier</source>
            <translation>未分级</translation>
        </message>
    </context>
    <context>
        <name>LeadsDialog</name>
        <message>
            <source>How long ahead</source>
            <translation>提前几天提醒</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Back to the rule everywhere</source>
            <translation>全部恢复规则</translation>
        </message>
        <message>
            <source>Type days, 0 for the day alone, - for not at all; Delete goes back to the rule. What is said with a single date goes before this table.</source>
            <translation>直接输入天数；0 为仅当天，- 为不提醒，按删除键恢复规则。单个日期上另设的提前量优先于此表。</translation>
        </message>
    </context>
    <context>
        <name>Likeness</name>
        <message>
            <source>Same card number</source>
            <translation>机构卡号相同</translation>
        </message>
        <message>
            <source>Same phone, same name</source>
            <translation>电话、姓名都相同</translation>
        </message>
        <message>
            <source>Same phone, same birthday</source>
            <translation>电话、生日都相同</translation>
        </message>
        <message>
            <source>Same phone, similar name</source>
            <translation>电话相同，姓名相近</translation>
        </message>
        <message>
            <source>Same name, same WeChat or QQ</source>
            <translation>姓名、微信或 QQ 相同</translation>
        </message>
        <message>
            <source>Same name, same birthday</source>
            <translation>姓名、生日都相同</translation>
        </message>
        <message>
            <source>Same name, phones one figure apart</source>
            <translation>姓名相同，电话只差一位</translation>
        </message>
        <message>
            <source>Same name, nothing else known</source>
            <translation>姓名相同，别无资料</translation>
        </message>
        <message>
            <source>Same card number only: given on?</source>
            <translation>只有卡号相同：卡转给别人了？</translation>
        </message>
        <message>
            <source>Same phone only: relatives?</source>
            <translation>只有电话相同：是家人？</translation>
        </message>
        <message>
            <source>Same name only: namesakes?</source>
            <translation>只有姓名相同：是同名？</translation>
        </message>
        <message>
            <source>Several are alike</source>
            <translation>有多位相似</translation>
        </message>
        <message>
            <source>Sure</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Likely</source>
            <translation>很可能</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>待确认</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>QQ</source>
            <translation>QQ</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>Yearly income</source>
            <translation>年收入</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>住址</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Brought by</source>
            <translation>介绍人</translation>
        </message>
        <message>
            <source>First contact</source>
            <translation>首次接触</translation>
        </message>
        <message>
            <source>Character</source>
            <translation>性格</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言、方言</translation>
        </message>
        <message>
            <source>Can afford</source>
            <translation>消费能力</translation>
        </message>
        <message>
            <source>Attitude to risk</source>
            <translation>风险态度</translation>
        </message>
        <message>
            <source>Wanted look</source>
            <translation>期望的样子</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>健康情况</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Private notes</source>
            <translation>私密备注</translation>
        </message>
        <message>
            <source>How far she came</source>
            <translation>到院情况</translation>
        </message>
        <message>
            <source>Whose client</source>
            <translation>归属</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Big client</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>Children</source>
            <translation>孩子数</translation>
        </message>
        <message>
            <source>Visits as stated</source>
            <translation>自述到院次数</translation>
        </message>
        <message>
            <source>Do not contact</source>
            <translation>请勿打扰</translation>
        </message>
        <message>
            <source>Archived on</source>
            <translation>归档日期</translation>
        </message>
        <message>
            <source>Died on</source>
            <translation>离世日期</translation>
        </message>
        <message>
            <source>Main phone</source>
            <translation>常用电话</translation>
        </message>
        <message>
            <source>Birthday kept</source>
            <translation>过哪个生日</translation>
        </message>
        <message>
            <source>Wedding day kept</source>
            <translation>过哪个结婚纪念日</translation>
        </message>
        <message>
            <source>phones</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>cards</source>
            <translation>机构卡</translation>
        </message>
        <message>
            <source>likes and taboos</source>
            <translation>喜好与忌讳</translation>
        </message>
        <message>
            <source>tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>consents</source>
            <translation>同意书</translation>
        </message>
        <message>
            <source>sources</source>
            <translation>来源记录</translation>
        </message>
        <message>
            <source>family</source>
            <translation>家人</translation>
        </message>
        <message>
            <source>days</source>
            <translation>重要日子</translation>
        </message>
        <message>
            <source>visits</source>
            <translation>到院</translation>
        </message>
        <message>
            <source>bills</source>
            <translation>账单</translation>
        </message>
        <message>
            <source>projects done</source>
            <translation>已做项目</translation>
        </message>
        <message>
            <source>projects wanted</source>
            <translation>意向项目</translation>
        </message>
        <message>
            <source>packages</source>
            <translation>套餐</translation>
        </message>
        <message>
            <source>deposits</source>
            <translation>预约金</translation>
        </message>
        <message>
            <source>gifts</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>talks</source>
            <translation>联系</translation>
        </message>
        <message>
            <source>promises</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>activities</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>points entries</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>photos and papers</source>
            <translation>照片与文件</translation>
        </message>
        <message>
            <source>Left aside when merged: {values}</source>
            <translation>合并时未采用：{values}</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>LimitsDialog</name>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
    </context>
    <context>
        <name>LineHint</name>
        <message>
            <source>A deposit of {sum} is open for it</source>
            <translation>该项目有定金 {sum} 未使用</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>抵用</translation>
        </message>
        <message>
            <source>{sum} paid ahead, not treated yet</source>
            <translation>已预缴 {sum}，尚未治疗</translation>
        </message>
        <message>
            <source>Treated now</source>
            <translation>本次已治疗</translation>
        </message>
        <message>
            <source>A refund of {sum} is noted already on {day}. Note it only if this is another one.</source>
            <translation>{day}已记过一笔 {sum} 的退款，确为另一笔时再记。</translation>
        </message>
    </context>
    <context>
        <name>LineRow</name>
        <message>
            <source>On Today now</source>
            <translation>已列在今天</translation>
        </message>
        <message>
            <source>Skips years</source>
            <translation>隔年才有</translation>
        </message>
    </context>
    <context>
        <name>Lines</name>
        <message>
            <source>{days} days ahead</source>
            <translation>提前 {days} 天</translation>
        </message>
        <message>
            <source>satisfied {n}/5</source>
            <translation>满意度 {n}/5</translation>
        </message>
        <message>
            <source>next: {step}</source>
            <translation>下一步：{step}</translation>
        </message>
        <message>
            <source>list price {price}</source>
            <translation>原价 {price}</translation>
        </message>
        <message>
            <source>budget {sum}</source>
            <translation>预算 {sum}</translation>
        </message>
        <message>
            <source>interest {n}/5</source>
            <translation>意向 {n}/5</translation>
        </message>
        <message>
            <source>{used} of {bought} used</source>
            <translation>已用 {used}/{bought} 次</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>{day}到期</translation>
        </message>
        <message>
            <source>{left} left</source>
            <translation>剩 {left} 次</translation>
        </message>
        <message>
            <source>severity {n}/5</source>
            <translation>严重程度 {n}/5</translation>
        </message>
        <message>
            <source>spent {sum}</source>
            <translation>消费 {sum}</translation>
        </message>
        <message>
            <source>Birthday not known yet</source>
            <translation>还不知道生日</translation>
        </message>
        <message>
            <source>Not kept</source>
            <translation>不再过</translation>
        </message>
        <message>
            <source>No reminder</source>
            <translation>不提醒</translation>
        </message>
        <message>
            <source>Reminds</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>on the day only</source>
            <translation>仅当天提醒</translation>
        </message>
        <message>
            <source>{day} (no reminder)</source>
            <translation>{day}（不提醒）</translation>
        </message>
        <message>
            <source>Main</source>
            <translation>主号</translation>
        </message>
        <message>
            <source>Clinic card</source>
            <translation>就诊卡</translation>
        </message>
        <message>
            <source>Paid, untreated</source>
            <translation>缴费未治疗</translation>
        </message>
        <message>
            <source>Not treated yet</source>
            <translation>未治疗</translation>
        </message>
        <message>
            <source>Noted twice?</source>
            <translation>可能重复</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>"{words}"</source>
            <translation>“{words}”</translation>
        </message>
        <message>
            <source>{whose}: {what}</source>
            <translation>{whose}：{what}</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>已同意</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今天该联系</translation>
        </message>
        <message>
            <source>promised {day}</source>
            <translation>{day}答应的</translation>
        </message>
        <message>
            <source>again {day}</source>
            <translation>{day}再联系</translation>
        </message>
    </context>
    <context>
        <name>LinesDraft</name>
        <message>
            <source>Done and paid</source>
            <translation>做了什么、付了多少</translation>
        </message>
    </context>
    <context>
        <name>ListFilters</name>
        <message>
            <source>Show these</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Sessions left</source>
            <translation>有余次</translation>
        </message>
        <message>
            <source>Paid, not treated yet</source>
            <translation>缴费未治疗</translation>
        </message>
        <message>
            <source>Deposit paid</source>
            <translation>已交预约金</translation>
        </message>
        <message>
            <source>Came in the last 30 days</source>
            <translation>近 30 天来过</translation>
        </message>
        <message>
            <source>Came in the last three months</source>
            <translation>近三个月来过</translation>
        </message>
        <message>
            <source>Came in the last half year</source>
            <translation>近半年来过</translation>
        </message>
        <message>
            <source>Came in the last year</source>
            <translation>近一年来过</translation>
        </message>
        <message>
            <source>Did not come for three months</source>
            <translation>三个月没来</translation>
        </message>
        <message>
            <source>Did not come for half a year</source>
            <translation>半年没来</translation>
        </message>
        <message>
            <source>Did not come for a year</source>
            <translation>一年没来</translation>
        </message>
        <message>
            <source>Birthday in the next 7 days</source>
            <translation>7 天内生日</translation>
        </message>
        <message>
            <source>Birthday in the next 30 days</source>
            <translation>30 天内生日</translation>
        </message>
        <message>
            <source>Birthday in the next 60 days</source>
            <translation>60 天内生日</translation>
        </message>
        <message>
            <source>no tier</source>
            <translation>未评级</translation>
        </message>
        <message>
            <source>Birthday in {month}</source>
            <translation>{month}生日</translation>
        </message>
        <message>
            <source>Came in the last {days} days</source>
            <translation>近 {days} 天来过</translation>
        </message>
        <message>
            <source>Did not come for {days} days</source>
            <translation>{days} 天没来</translation>
        </message>
        <message>
            <source>Birthday in the next {days} days</source>
            <translation>{days} 天内生日</translation>
        </message>
        <message>
            <source>Big clients</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Do not contact</source>
            <translation>不要联系</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>已归档</translation>
        </message>
        <message>
            <source>Never came</source>
            <translation>从未到院</translation>
        </message>
        <message>
            <source>Tier {tiers}</source>
            <translation>等级 {tiers}</translation>
        </message>
        <message>
            <source>Missing: {facts}</source>
            <translation>缺：{facts}</translation>
        </message>
        <message>
            <source>All of the tags: {names}</source>
            <translation>同时有标签：{names}</translation>
        </message>
        <message>
            <source>Tag: {names}</source>
            <translation>标签：{names}</translation>
        </message>
        <message>
            <source>Had: {names}</source>
            <translation>做过：{names}</translation>
        </message>
        <message>
            <source>May want: {names}</source>
            <translation>可开发：{names}</translation>
        </message>
        <message>
            <source>Client of {names}</source>
            <translation>{names}的客户</translation>
        </message>
        <message>
            <source>Came through {names}</source>
            <translation>来源：{names}</translation>
        </message>
        <message>
            <source>none</source>
            <translation>未填</translation>
        </message>
        <message>
            <source>Last visit from {day}</source>
            <translation>上次到院不早于 {day}</translation>
        </message>
        <message>
            <source>Last visit until {day}</source>
            <translation>上次到院不晚于 {day}</translation>
        </message>
        <message>
            <source>Paid {low} to {high}</source>
            <translation>累计消费 {low} 至 {high}</translation>
        </message>
        <message>
            <source>Paid {low} or more</source>
            <translation>累计消费 {low} 以上</translation>
        </message>
        <message>
            <source>Paid {high} or less</source>
            <translation>累计消费 {high} 以下</translation>
        </message>
    </context>
    <context>
        <name>ListKeeper</name>
        <message>
            <source>Save as a list</source>
            <translation>存为名单</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>It stands over the table and always shows who fits now.</source>
            <translation>名单显示在表格上方，随时列出当前符合条件的客户。</translation>
        </message>
        <message>
            <source>Rename the list</source>
            <translation>重命名名单</translation>
        </message>
    </context>
    <context>
        <name>ListTabs</name>
        <message>
            <source>Lists</source>
            <translation>名单</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Big clients</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>No birthday known</source>
            <translation>没有生日</translation>
        </message>
        <message>
            <source>Half a year away</source>
            <translation>半年没来</translation>
        </message>
        <message>
            <source>Sessions left</source>
            <translation>有余次</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Keep what is shown now</source>
            <translation>更新为当前条件</translation>
        </message>
        <message>
            <source>Move left</source>
            <translation>左移</translation>
        </message>
        <message>
            <source>Move right</source>
            <translation>右移</translation>
        </message>
        <message>
            <source>Delete the list</source>
            <translation>删除名单</translation>
        </message>
    </context>
    <context>
        <name>LockedPopUp</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>The book is locked. Unlock to see them.</source>
            <translation>客户簿已锁定，解锁后查看。</translation>
        </message>
        <message>
            <source>The book is locked. Unlock to see it.</source>
            <translation>客户簿已锁定，解锁后查看。</translation>
        </message>
        <message>
            <source>Something is waiting</source>
            <translation>有事项在等您</translation>
        </message>
        <message>
            <source>While the book is locked, nothing can tell what is due today.</source>
            <translation>客户簿锁定期间，无法知道今天有哪些事项。</translation>
        </message>
        <message>
            <source>Open your book</source>
            <translation>请打开客户簿</translation>
        </message>
        <message>
            <source>Reminders: {count}</source>
            <translation>{count} 条提醒</translation>
        </message>
    </context>
    <context>
        <name>LongCard</name>
        <message>
            <source>Show {count} more</source>
            <translation>再显示 {count} 条</translation>
        </message>
    </context>
    <context>
        <name>LookCard</name>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Restart now</source>
            <translation>立即重启</translation>
        </message>
        <message>
            <source>After the next start.</source>
            <translation>重启后生效。</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Client Keeper</source>
            <translation>贵客簿</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>没有可以撤销的操作。</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>没有可以重做的操作。</translation>
        </message>
    </context>
    <context>
        <name>MissedCard</name>
        <message>
            <source>Missed – still worth a word</source>
            <translation>错过了，仍值得问候一声</translation>
        </message>
        <message>
            <source>Kept here for a year, until you send a word or let it go.</source>
            <translation>保留一年，直到您补发问候或放下。</translation>
        </message>
        <message>
            <source>Send a word</source>
            <translation>补一句问候</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>放下</translation>
        </message>
    </context>
    <context>
        <name>MustHaveMeter</name>
        <message>
            <source>Her own</source>
            <translation>本人</translation>
        </message>
        <message>
            <source>Husband's</source>
            <translation>老公</translation>
        </message>
        <message>
            <source>Child's</source>
            <translation>孩子</translation>
        </message>
        <message>
            <source>Birthdays</source>
            <translation>必备生日</translation>
        </message>
        <message>
            <source>{whose} birthday is known</source>
            <translation>{whose}的生日已记</translation>
        </message>
        <message>
            <source>{whose} birthday is missing: press to note it</source>
            <translation>还差{whose}的生日，点一下就能补</translation>
        </message>
    </context>
    <context>
        <name>NameStep</name>
        <message>
            <source>My clients</source>
            <translation>我的客户</translation>
        </message>
        <message>
            <source>Name of the book</source>
            <translation>客户簿名称</translation>
        </message>
        <message>
            <source>Create the book</source>
            <translation>创建客户簿</translation>
        </message>
        <message>
            <source>Creating…</source>
            <translation>正在创建…</translation>
        </message>
        <message>
            <source>Everything stays on this computer, encrypted. Only this passphrase opens it: nobody can reset it for you.</source>
            <translation>所有内容加密保存在这台电脑里，只有这个密码能打开，没有人能替您重置。</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Client Keeper</source>
            <translation>贵客簿</translation>
        </message>
        <message>
            <source>Desk mode is on</source>
            <translation>隐私模式已开启</translation>
        </message>
        <message>
            <source>Desk mode</source>
            <translation>隐私模式</translation>
        </message>
    </context>
    <context>
        <name>NewClientDialog</name>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Big client: prepare her days two days ahead</source>
            <translation>大客户：提前两天准备她的日子</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新增客户</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>In the book already? Open her instead:</source>
            <translation>可能已经在客户簿里，要打开吗？</translation>
        </message>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
    </context>
    <context>
        <name>NewPassphrase</name>
        <message>
            <source>The code opened your book. Choose the passphrase that opens it from now on; the old one opens nothing any more. The recovery code stays as it is.</source>
            <translation>恢复码已打开客户簿。请设置新的密码，旧密码随即作废；恢复码保持不变。</translation>
        </message>
        <message>
            <source>Set the passphrase</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>A new passphrase</source>
            <translation>新的密码</translation>
        </message>
    </context>
    <context>
        <name>NewTask</name>
        <message>
            <source>Something to do</source>
            <translation>要做的事</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>记下</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Name or pinyin</source>
            <translation>姓名或拼音</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>要做什么</translation>
        </message>
        <message>
            <source>Call her, send the price list…</source>
            <translation>打个电话、发价目表……</translation>
        </message>
        <message>
            <source>On</source>
            <translation>哪天</translation>
        </message>
    </context>
    <context>
        <name>NotesCard</name>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>NoticeDialog</name>
        <message>
            <source>The holiday notice</source>
            <translation>放假通知</translation>
        </message>
        <message>
            <source>Take over these days</source>
            <translation>录入这些日子</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Copy the State Council's notice, from WeChat or a news page, and paste it here.</source>
            <translation>从微信或新闻里复制国务院办公厅的放假通知，整段粘贴到这里就行。</translation>
        </message>
        <message>
            <source>Text of the notice</source>
            <translation>通知内容</translation>
        </message>
        <message>
            <source>No days off are found in this text.</source>
            <translation>这段文字里没有找到放假的日子。</translation>
        </message>
        <message>
            <source>{count} days off: {days}</source>
            <translation>放假 {count} 天：{days}</translation>
        </message>
        <message>
            <source>{count} worked instead: {days}</source>
            <translation>调休上班 {count} 天：{days}</translation>
        </message>
    </context>
    <context>
        <name>NumbersCard</name>
        <message>
            <source>Phones and cards</source>
            <translation>电话与卡号</translation>
        </message>
        <message>
            <source>No phone known yet.</source>
            <translation>还没有电话。</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Clinic card</source>
            <translation>就诊卡</translation>
        </message>
    </context>
    <context>
        <name>Occasions</name>
        <message>
            <source>Order a cake, then call her so that she does not buy a second one</source>
            <translation>订蛋糕，订完打电话告诉她，免得买重</translation>
        </message>
        <message>
            <source>Order flowers or a cake: lilies or carnations</source>
            <translation>订花或蛋糕：百合、康乃馨</translation>
        </message>
        <message>
            <source>Find something small: a lamp, scented oil</source>
            <translation>备一份小礼物：香薰灯、精油</translation>
        </message>
        <message>
            <source>Think of a greeting</source>
            <translation>想好祝福语</translation>
        </message>
        <message>
            <source>Call her</source>
            <translation>给她打电话</translation>
        </message>
        <message>
            <source>Have the flowers delivered and greet her</source>
            <translation>送花上门并祝福她</translation>
        </message>
        <message>
            <source>Hand over the gift and greet her</source>
            <translation>送上礼物并祝福她</translation>
        </message>
        <message>
            <source>Send her a greeting</source>
            <translation>给她发祝福</translation>
        </message>
        <message>
            <source>Have the cake delivered to the child</source>
            <translation>把蛋糕送到孩子那里</translation>
        </message>
        <message>
            <source>Have the cake delivered</source>
            <translation>把蛋糕送到</translation>
        </message>
        <message>
            <source>{client} · {person}</source>
            <translation>{client} · {person}</translation>
        </message>
        <message>
            <source>Birthday, turns {age}</source>
            <translation>{age} 岁生日</translation>
        </message>
        <message>
            <source>Wedding anniversary, {age} years</source>
            <translation>结婚纪念日 {age} 周年</translation>
        </message>
        <message>
            <source>{whose}: {event}</source>
            <translation>{whose}：{event}</translation>
        </message>
        <message>
            <source>{person} does not know about her treatments: no word of the clinic</source>
            <translation>{person}不知道她做过项目，别提机构</translation>
        </message>
        <message>
            <source>{person} do not know about her treatments: no word of the clinic</source>
            <translation>{person}不知道她做过项目，别提机构</translation>
        </message>
        <message>
            <source>{day} · {relative}</source>
            <translation>{day} · {relative}</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>Office</name>
        <message>
            <source>Client Keeper</source>
            <translation>贵客簿</translation>
        </message>
        <message>
            <source>{book} – {product}</source>
            <translation>{book} – {product}</translation>
        </message>
        <message>
            <source>About the keys of your book</source>
            <translation>关于客户簿的密钥</translation>
        </message>
        <message>
            <source>The key file was damaged and has been mended from its copy. Nothing is lost. If this happens again, have the disk looked at.</source>
            <translation>密钥文件曾损坏，已用副本修复，没有丢失任何内容。如果再次出现，请检查硬盘。</translation>
        </message>
        <message>
            <source>An older key file has been put back in the folder of the book: an earlier passphrase may open it again. If that was not you, change the passphrase in Settings.</source>
            <translation>客户簿文件夹里的密钥文件被换成了较早的版本，以前的密码可能又能打开它。如果不是您本人所为，请在“设置”中更换密码。</translation>
        </message>
    </context>
    <context>
        <name>Openers</name>
        <message>
            <source>Say first what has become of her complaint, and ask how she feels about it</source>
            <translation>先说上次的不满处理到哪一步了，再问问她的感受</translation>
        </message>
        <message>
            <source>Say a quiet word of sympathy, and let her talk if she wants to</source>
            <translation>先轻声说一句节哀，她愿意说就陪她说说</translation>
        </message>
        <message>
            <source>Begin with what you promised: {words}</source>
            <translation>先说答应过她的事：{words}</translation>
        </message>
        <message>
            <source>Ask how she is recovering</source>
            <translation>问问她恢复得怎么样</translation>
        </message>
        <message>
            <source>Speak of their wedding anniversary</source>
            <translation>聊聊他们的结婚纪念日</translation>
        </message>
        <message>
            <source>Speak of {words}, a day she values</source>
            <translation>聊聊她看重的日子：{words}</translation>
        </message>
        <message>
            <source>Take up your last talk: {words}</source>
            <translation>接着上次聊的说：{words}</translation>
        </message>
        <message>
            <source>Come back to what she said of the gift – {words}</source>
            <translation>提提上次送的礼物——{words}</translation>
        </message>
        <message>
            <source>Ask how the gift was liked: {words}</source>
            <translation>问问礼物喜不喜欢：{words}</translation>
        </message>
        <message>
            <source>Take up her last visit: {words}</source>
            <translation>接着上次到院说：{words}</translation>
        </message>
        <message>
            <source>Ask how she has been all this time</source>
            <translation>好久没来了，问问近况</translation>
        </message>
        <message>
            <source>Ask about her hobby: {words}</source>
            <translation>聊聊她的爱好：{words}</translation>
        </message>
        <message>
            <source>Ask how {person} is doing</source>
            <translation>问问{person}最近怎么样</translation>
        </message>
        <message>
            <source>Have something ready that she likes: {words}</source>
            <translation>备好她喜欢的：{words}</translation>
        </message>
        <message>
            <source>Ask how she spent her birthday</source>
            <translation>问问她生日是怎么过的</translation>
        </message>
        <message>
            <source>It is her birthday: congratulate her first</source>
            <translation>今天是她的生日，先道一声生日快乐</translation>
        </message>
        <message>
            <source>Ask how she will spend her birthday</source>
            <translation>问问她生日打算怎么过</translation>
        </message>
        <message>
            <source>Ask how the birthday of {person} was</source>
            <translation>问问{person}的生日过得怎么样</translation>
        </message>
        <message>
            <source>It is the birthday of {person}: congratulate her</source>
            <translation>今天是{person}的生日，先道声祝贺</translation>
        </message>
        <message>
            <source>Ask how the birthday of {person} will be celebrated</source>
            <translation>问问{person}的生日打算怎么过</translation>
        </message>
        <message>
            <source>{person} is of the age to start kindergarten: ask how it goes</source>
            <translation>{person}到了上幼儿园的年纪，问问适不适应</translation>
        </message>
        <message>
            <source>{person} is of the age to start school: ask how it goes</source>
            <translation>{person}到了上小学的年纪，问问习不习惯</translation>
        </message>
        <message>
            <source>The term has begun: ask how {person} likes it</source>
            <translation>开学了，问问{person}新学期怎么样</translation>
        </message>
        <message>
            <source>It is the time of mid-term exams: ask how {person} is doing at school</source>
            <translation>期中考试前后，问问{person}学习怎么样</translation>
        </message>
        <message>
            <source>It is the time of the final exams: ask after {person}</source>
            <translation>期末考试前后，问问{person}</translation>
        </message>
        <message>
            <source>It is the winter break: ask what {person} is up to</source>
            <translation>放寒假了，问问{person}怎么安排</translation>
        </message>
        <message>
            <source>It is the season of entrance exams: ask after {person}</source>
            <translation>升学考试的时候，问问{person}</translation>
        </message>
        <message>
            <source>It is the summer break: ask what {person} is up to</source>
            <translation>放暑假了，问问{person}怎么安排</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>说好{day}</translation>
        </message>
        <message>
            <source>turns {age}</source>
            <translation>满 {age} 岁</translation>
        </message>
        <message>
            <source>turned {age}</source>
            <translation>满了 {age} 岁</translation>
        </message>
        <message>
            <source>{age} years</source>
            <translation>{age} 年</translation>
        </message>
        <message>
            <source>{age} years old</source>
            <translation>{age} 岁</translation>
        </message>
        <message>
            <source>last here {when}</source>
            <translation>上次到院：{when}</translation>
        </message>
        <message>
            <source>only when she is alone</source>
            <translation>只在她独自一人时说</translation>
        </message>
    </context>
    <context>
        <name>OrderForm</name>
        <message>
            <source>Cost</source>
            <translation>花费</translation>
        </message>
        <message>
            <source>Keep as an idea</source>
            <translation>先记为想法</translation>
        </message>
        <message>
            <source>Copy for the supplier</source>
            <translation>复制给店家</translation>
        </message>
        <message>
            <source>with name and address</source>
            <translation>附姓名和地址</translation>
        </message>
        <message>
            <source>A new supplier</source>
            <translation>新的店家</translation>
        </message>
        <message>
            <source>Other words for the card</source>
            <translation>换一段卡片文字</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>From</source>
            <translation>在哪家订</translation>
        </message>
        <message>
            <source>Words on the card</source>
            <translation>卡片文字</translation>
        </message>
        <message>
            <source>What the supplier is to know</source>
            <translation>给店家的备注</translation>
        </message>
        <message>
            <source>In the morning; no visiting cards</source>
            <translation>上午送；别放名片</translation>
        </message>
        <message>
            <source>Not said</source>
            <translation>未选</translation>
        </message>
        <message>
            <source>Save the order</source>
            <translation>保存订购</translation>
        </message>
        <message>
            <source>Order all the same</source>
            <translation>仍然订购</translation>
        </message>
        <message>
            <source>It is ordered</source>
            <translation>已订购</translation>
        </message>
    </context>
    <context>
        <name>OwnDateRow</name>
        <message>
            <source>B</source>
            <comment>one sign for birthday</comment>
            <translation>生</translation>
        </message>
        <message>
            <source>W</source>
            <comment>one sign for wedding</comment>
            <translation>婚</translation>
        </message>
        <message>
            <source>V</source>
            <comment>one sign for a valued day</comment>
            <translation>念</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>Import / Export</source>
            <translation>导入导出</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Briefing</source>
            <translation>接诊前一页纸</translation>
        </message>
        <message>
            <source>Duplicates</source>
            <translation>重复客户</translation>
        </message>
        <message>
            <source>Workbench</source>
            <translation>筹备</translation>
        </message>
        <message>
            <source>Festival</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>Check my reminders</source>
            <translation>查提醒</translation>
        </message>
    </context>
    <context>
        <name>Painted</name>
        <message>
            <source>Birthday lilies</source>
            <translation>生日百合</translation>
        </message>
        <message>
            <source>Birthday cake</source>
            <translation>草莓蛋糕</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message>
            <source>Client Keeper</source>
            <translation>贵客簿</translation>
        </message>
        <message>
            <source>For you alone. Destroy this sheet after reading.</source>
            <translation>仅供本人使用，看完请销毁。</translation>
        </message>
        <message>
            <source>… and {count} more in her file</source>
            <translation>……另有 {count} 条见档案</translation>
        </message>
        <message>
            <source>Print the briefing</source>
            <translation>打印接诊前一页纸</translation>
        </message>
    </context>
    <context>
        <name>PapersCard</name>
        <message>
            <source>Consents and sources</source>
            <translation>同意书与来源</translation>
        </message>
        <message>
            <source>No consent noted yet.</source>
            <translation>还没有同意书。</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>同意书</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
    </context>
    <context>
        <name>PassphrasePair</name>
        <message>
            <source>Passphrase</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Passphrase again</source>
            <translation>再次输入密码</translation>
        </message>
        <message>
            <source>Caps Lock is on.</source>
            <translation>大写锁定已开启。</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>再输入一次</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>两次输入的密码不一致。</translation>
        </message>
    </context>
    <context>
        <name>PasswordPair</name>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Password once more</source>
            <translation>再输一遍密码</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>再输一遍</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>两次输入的密码不一样。</translation>
        </message>
        <message>
            <source>Nobody can recover it.</source>
            <translation>密码忘了谁也找不回。</translation>
        </message>
        <message>
            <source>Tell it to whoever gets the file, but not along with it.</source>
            <translation>请另外告诉收表的人，不要和文件发在一起。</translation>
        </message>
    </context>
    <context>
        <name>PasswordStep</name>
        <message>
            <source>Password of the workbook</source>
            <translation>表格的密码</translation>
        </message>
        <message>
            <source>That is not its password.</source>
            <translation>密码不对。</translation>
        </message>
        <message>
            <source>It is only used to read the file, and kept nowhere.</source>
            <translation>密码只用来读取这个文件，不会保存。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>换一个文件</translation>
        </message>
        <message>
            <source>{file} is protected. What is its password?</source>
            <translation>{file} 有密码保护，请输入密码。</translation>
        </message>
    </context>
    <context>
        <name>PastImports</name>
        <message>
            <source>What came into the book</source>
            <translation>导入记录</translation>
        </message>
        <message>
            <source>Nothing yet. Every import is written down here and can be taken back.</source>
            <translation>还没有。每次导入都会记在这里，随时可以撤回。</translation>
        </message>
        <message>
            <source>What it meant</source>
            <translation>带来了什么</translation>
        </message>
        <message>
            <source>A file whose name was deleted</source>
            <translation>文件名已删除的文件</translation>
        </message>
        <message>
            <source>What it meant: {file}</source>
            <translation>带来了什么：{file}</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Take back: {file}</source>
            <translation>撤回：{file}</translation>
        </message>
        <message>
            <source>Show {count} more</source>
            <translation>再看 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>PersonDraft</name>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
    </context>
    <context>
        <name>PersonRow</name>
        <message>
            <source>Does not know</source>
            <translation>不知道</translation>
        </message>
        <message>
            <source>Knows</source>
            <translation>知道</translation>
        </message>
        <message>
            <source>Knows?</source>
            <translation>知情？</translation>
        </message>
        <message>
            <source>Open her own page</source>
            <translation>打开这位客户的档案</translation>
        </message>
        <message>
            <source>{state}. Press to change.</source>
            <translation>{state}。点一下切换。</translation>
        </message>
        <message>
            <source>Add a day</source>
            <translation>加日子</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>日子</translation>
        </message>
        <message>
            <source>They parted: his days end</source>
            <translation>已分开：停掉对方的日子</translation>
        </message>
    </context>
    <context>
        <name>Phone</name>
        <message>
            <source>{name}: birthday</source>
            <translation>{name} 生日</translation>
        </message>
        <message>
            <source>{name}: birthday ({whom})</source>
            <translation>{name} {whom} 生日</translation>
        </message>
        <message>
            <source>{name}: wedding anniversary</source>
            <translation>{name} 结婚纪念日</translation>
        </message>
        <message>
            <source>{name}: {label}</source>
            <translation>{name} {label}</translation>
        </message>
        <message>
            <source>Her birthday</source>
            <translation>本人生日</translation>
        </message>
        <message>
            <source>Birthdays of the family</source>
            <translation>家人生日</translation>
        </message>
        <message>
            <source>Wedding anniversaries</source>
            <translation>结婚纪念日</translation>
        </message>
        <message>
            <source>Days she values</source>
            <translation>她看重的日子</translation>
        </message>
        <message>
            <source>Initials only (V**)</source>
            <translation>只留姓（王**）</translation>
        </message>
        <message>
            <source>What she is called</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>全名</translation>
        </message>
        <message>
            <source>a special day</source>
            <translation>重要的日子</translation>
        </message>
        <message>
            <source>Prepare for {day}: {what}</source>
            <translation>准备：{day} {what}</translation>
        </message>
    </context>
    <context>
        <name>PhoneCard</name>
        <message>
            <source>Open the file on the phone: every day is a whole-day entry that rings at nine, ahead and on the day. Lunar days are on their right dates. Put it into a calendar of its own, and replace that once a year.</source>
            <translation>在手机上打开这个文件：每个日子都是一条全天日程，提前和当天早上九点各响一次，农历生日已换算到每年的日期。建议放进单独的日历，每年整个换新。</translation>
        </message>
        <message>
            <source>Open the file on the phone to add your clients to its contacts. iPhones show lunar birthdays; for Android take the calendar file as well.</source>
            <translation>在手机上打开这个文件，就能把客户加进通讯录。农历生日只有苹果手机会显示；安卓手机请同时导入日历文件。</translation>
        </message>
        <message>
            <source>Calendar (.ics)</source>
            <translation>日历（.ics）</translation>
        </message>
        <message>
            <source>Contacts (.vcf)</source>
            <translation>通讯录（.vcf）</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Big clients</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>All clients</source>
            <translation>全部客户</translation>
        </message>
        <message>
            <source>{count} years ahead</source>
            <translation>今后 {count} 年</translation>
        </message>
        <message>
            <source>How far</source>
            <translation>多久</translation>
        </message>
        <message>
            <source>One year ahead</source>
            <translation>今后 1 年</translation>
        </message>
        <message>
            <source>An entry for preparing</source>
            <translation>另加备礼提醒</translation>
        </message>
        <message>
            <source>A second entry on the day you begin; it rings instead of the day's own.</source>
            <translation>在该开始准备的那天另加一条日程，由它来响，生日那条只在当天响。</translation>
        </message>
        <message>
            <source>Phone numbers</source>
            <translation>电话号码</translation>
        </message>
        <message>
            <source>Birthdays</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Contains birthdays and is not encrypted: whoever has it can read it.</source>
            <translation>文件含有生日，且没有加密：拿到的人都能打开看。</translation>
        </message>
        <message>
            <source>Save for the phone…</source>
            <translation>导出到手机…</translation>
        </message>
        <message>
            <source>To the phone</source>
            <translation>导到手机</translation>
        </message>
        <message>
            <source>Not encrypted: whoever has it can read it.</source>
            <translation>文件没有加密：拿到的人都能打开看。</translation>
        </message>
        <message>
            <source>Days {day}.ics</source>
            <translation>日子 {day}.ics</translation>
        </message>
        <message>
            <source>Contacts {day}.vcf</source>
            <translation>通讯录 {day}.vcf</translation>
        </message>
        <message>
            <source>Calendar (*.ics)</source>
            <translation>日历 (*.ics)</translation>
        </message>
        <message>
            <source>Contacts (*.vcf)</source>
            <translation>通讯录 (*.vcf)</translation>
        </message>
        <message>
            <source>{file} is written. Clients: {count}.</source>
            <translation>{file} 已导出：{count} 位客户。</translation>
        </message>
        <message>
            <source>{file} is written. Clients: {count}, entries: {entries}.</source>
            <translation>{file} 已导出：{entries} 条日程，{count} 位客户。</translation>
        </message>
        <message>
            <source>Delete it here once it is on the phone.</source>
            <translation>传到手机后，请把电脑上的这份删掉。</translation>
        </message>
    </context>
    <context>
        <name>PhotoView</name>
        <message>
            <source>Photos and documents</source>
            <translation>照片与文件</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Taken on</source>
            <translation>拍摄日期</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>上一张</translation>
        </message>
        <message>
            <source>The next one</source>
            <translation>下一张</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>另存一份…</translation>
        </message>
        <message>
            <source>The copy is not encrypted: anybody can open it.</source>
            <translation>另存的文件没有加密，谁都能打开。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>A document. Save a copy where you want it, and open that.</source>
            <translation>这是一份文件。另存到您选的位置后再打开。</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在打开…</translation>
        </message>
        <message>
            <source>photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>另存一份</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
    </context>
    <context>
        <name>PhotosCard</name>
        <message>
            <source>Photos and documents</source>
            <translation>照片与文件</translation>
        </message>
        <message>
            <source>Photo or document</source>
            <translation>照片或文件</translation>
        </message>
        <message>
            <source>She agreed today</source>
            <translation>她今天同意了</translation>
        </message>
        <message>
            <source>Remove the photos</source>
            <translation>移除这些照片</translation>
        </message>
        <message>
            <source>Drop a photo here, or paste one. It is kept encrypted.</source>
            <translation>把照片拖到这里，或直接粘贴。都会加密保存。</translation>
        </message>
        <message>
            <source>Pasted picture</source>
            <translation>粘贴的图片</translation>
        </message>
        <message>
            <source>She has not agreed to photos yet. The photo waits until she has.</source>
            <translation>她还没有同意拍照存档。登记同意后，照片才会保存。</translation>
        </message>
        <message>
            <source>There is no consent to these photos any more. Remove them, or ask her.</source>
            <translation>这些照片已没有她的同意。请移除，或再征得她同意。</translation>
        </message>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</source>
            <translation>图片 (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</translation>
        </message>
        <message>
            <source>Every file (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
    </context>
    <context>
        <name>PickDialog</name>
        <message>
            <source>Narrow the choice…</source>
            <translation>输入以缩小范围…</translation>
        </message>
        <message>
            <source>Narrow the choice</source>
            <translation>缩小范围</translation>
        </message>
        <message>
            <source>Only who has all of these</source>
            <translation>必须同时具备</translation>
        </message>
    </context>
    <context>
        <name>PlaceCard</name>
        <message>
            <source>Open the folder of the book</source>
            <translation>打开客户簿所在文件夹</translation>
        </message>
        <message>
            <source>Open the folder of the logs</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <source>They hold numbers and codes only: no name, no phone, no note.</source>
            <translation>日志里只有编号和代码，没有姓名、电话和备注。</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>存放位置</translation>
        </message>
        <message>
            <source>The book lies in</source>
            <translation>客户簿存放在</translation>
        </message>
        <message>
            <source>Logs</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <source>Open the trash</source>
            <translation>打开回收站</translation>
        </message>
        <message>
            <source>Clients you removed stay in it for 30 days.</source>
            <translation>移除的客户会在这里保留 30 天。</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>回收站</translation>
        </message>
        <message>
            <source>This is a network drive: another computer could damage the book. A folder on this computer is safer.</source>
            <translation>这是网络盘，别的电脑可能损坏客户簿，放在本机文件夹更安全。</translation>
        </message>
        <message>
            <source>This folder is synchronised with a cloud, which could mix two versions of the book. Move it elsewhere and use a second folder for backups instead.</source>
            <translation>这个文件夹会同步到云盘，可能把客户簿的两个版本混在一起。请移到别处，用第二个备份位置代替。</translation>
        </message>
    </context>
    <context>
        <name>PlanModel</name>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>What comes of it</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>{count} facts about her</source>
            <translation>带来 {count} 条资料</translation>
        </message>
        <message>
            <source>1 fact about her</source>
            <translation>带来 1 条资料</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>In common years on 28 February</source>
            <translation>平年过 2 月 28 日</translation>
        </message>
        <message>
            <source>In common years on 1 March</source>
            <translation>平年过 3 月 1 日</translation>
        </message>
        <message>
            <source>In leap years only</source>
            <translation>只在闰年过</translation>
        </message>
        <message>
            <source>In a month of 29 days on its last day</source>
            <translation>小月过廿九</translation>
        </message>
        <message>
            <source>In a month of 29 days a day later</source>
            <translation>小月过次月初一</translation>
        </message>
        <message>
            <source>In a month of 29 days not at all</source>
            <translation>小月不过</translation>
        </message>
        <message>
            <source>Without the leap month: in the ordinary month</source>
            <translation>没有闰月的年份：过平月</translation>
        </message>
        <message>
            <source>Without the leap month: not at all</source>
            <translation>没有闰月的年份：不过</translation>
        </message>
        <message>
            <source>With the leap month: in the leap month</source>
            <translation>有闰月的年份：过闰月</translation>
        </message>
        <message>
            <source>With the leap month: in the ordinary month</source>
            <translation>有闰月的年份：过平月</translation>
        </message>
        <message>
            <source>With the leap month: in both</source>
            <translation>有闰月的年份：两个都过</translation>
        </message>
        <message>
            <source>Where the month is repeated: the first one</source>
            <translation>逢闰月：过前一个</translation>
        </message>
        <message>
            <source>Where the month is repeated: both</source>
            <translation>逢闰月：两个都过</translation>
        </message>
    </context>
    <context>
        <name>PolicyField</name>
        <message>
            <source>This day comes every year.</source>
            <translation>每年都有这一天。</translation>
        </message>
    </context>
    <context>
        <name>PopUp</name>
        <message>
            <source>Close; they stay on the Today page</source>
            <translation>关闭，提醒仍在“今天”页</translation>
        </message>
        <message>
            <source>Everything for today</source>
            <translation>查看今天全部</translation>
        </message>
        <message>
            <source>{count} to think of</source>
            <translation>{count} 件事要记着</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open: {what}</source>
            <translation>打开：{what}</translation>
        </message>
        <message>
            <source>and {count} more on the Today page</source>
            <translation>另有 {count} 条，见“今天”页</translation>
        </message>
        <message>
            <source>To prepare: {day}</source>
            <translation>要准备：{day}</translation>
        </message>
        <message>
            <source>{name}: {count} to prepare</source>
            <translation>{name}：{count} 项准备</translation>
        </message>
        <message>
            <source>{count} follow-up</source>
            <translation>{count} 个回访</translation>
        </message>
        <message>
            <source>{count} follow-ups</source>
            <translation>{count} 个回访</translation>
        </message>
        <message>
            <source>{count} promise to keep</source>
            <translation>{count} 件答应的事要办</translation>
        </message>
        <message>
            <source>{count} promises to keep</source>
            <translation>{count} 件答应的事要办</translation>
        </message>
        <message>
            <source>{count} client has points that expire soon</source>
            <translation>{count} 位客户的积分即将到期</translation>
        </message>
        <message>
            <source>{count} clients have points that expire soon</source>
            <translation>{count} 位客户的积分即将到期</translation>
        </message>
        <message>
            <source>{count} missed – still worth a word</source>
            <translation>错过 {count} 项，仍值得问候一声</translation>
        </message>
        <message>
            <source>{name}: {count} today</source>
            <translation>{name}：今天 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>PreferencesCard</name>
        <message>
            <source>Likes and taboos</source>
            <translation>喜好与忌讳</translation>
        </message>
        <message>
            <source>Nothing known yet: drinks, flowers, brands…</source>
            <translation>还不了解：饮料、花、品牌……</translation>
        </message>
        <message>
            <source>Like, taboo, allergy</source>
            <translation>喜好、忌讳、过敏</translation>
        </message>
    </context>
    <context>
        <name>Presence</name>
        <message>
            <source>Start when you log in?</source>
            <translation>登录电脑时自动启动？</translation>
        </message>
        <message>
            <source>Then no day is missed because the book was not open. It waits in the background, and you can change this in Settings at any time.</source>
            <translation>这样就不会因为没打开客户簿而错过日子。它会在后台等候，随时可在设置中更改。</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translation>登录电脑时自动启动</translation>
        </message>
        <message>
            <source>Client Keeper starts when you log in.</source>
            <translation>贵客簿将在登录时自动启动。</translation>
        </message>
    </context>
    <context>
        <name>PresenceCard</name>
        <message>
            <source>Start when I log in</source>
            <translation>登录电脑时自动启动</translation>
        </message>
        <message>
            <source>Presence</source>
            <translation>提醒与隐私</translation>
        </message>
        <message>
            <source>Check my reminders</source>
            <translation>查提醒</translation>
        </message>
        <message>
            <source>Is every day told?</source>
            <translation>每个日子都会提醒吗？</translation>
        </message>
        <message>
            <source>Which days remind, when they pop up, and why not where not.</source>
            <translation>哪些日子会提醒、何时弹窗、不提醒的原因。</translation>
        </message>
        <message>
            <source>Wait while I present</source>
            <translation>演示时暂不弹窗</translation>
        </message>
        <message>
            <source>No pop-up over a full screen, for a quarter of an hour at most.</source>
            <translation>全屏时不弹窗，最多推迟一刻钟。</translation>
        </message>
        <message>
            <source>Desk mode when I leave the window</source>
            <translation>离开窗口时进入隐私模式</translation>
        </message>
        <message>
            <source>Hides names and amounts until you press F9.</source>
            <translation>隐藏姓名和金额，按 F9 恢复。</translation>
        </message>
        <message>
            <source>A locked book says how many wait</source>
            <translation>锁定时显示待办数量</translation>
        </message>
        <message>
            <source>Otherwise only that something does. Never a name.</source>
            <translation>关闭后只提示有事项，任何时候都不显示姓名。</translation>
        </message>
        <message>
            <source>Always Beijing time</source>
            <translation>始终使用北京时间</translation>
        </message>
        <message>
            <source>Also when this computer is set to another time zone.</source>
            <translation>即使这台电脑设置了其他时区。</translation>
        </message>
        <message>
            <source>Turned off in the startup settings of this computer. Turn it on there.</source>
            <translation>已在系统的启动项设置中关闭，请到那里开启。</translation>
        </message>
        <message>
            <source>In the background, so that no day is missed.</source>
            <translation>在后台运行，不错过任何日子。</translation>
        </message>
    </context>
    <context>
        <name>PreviewStep</name>
        <message>
            <source>The book has changed meanwhile. Nothing was written; this is how the list compares with it now.</source>
            <translation>比对之后客户簿有了改动。还没有写入，下面是最新的比对结果。</translation>
        </message>
        <message>
            <source>Unchanged rows too</source>
            <translation>没变化的也显示</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Mark these people as big clients</source>
            <translation>把这些人标为大客户</translation>
        </message>
        <message>
            <source>Big clients are told of two days ahead, others on the day.</source>
            <translation>大客户提前两天提醒，其他客户当天提醒。</translation>
        </message>
        <message>
            <source>Only people in the book</source>
            <translation>只导入客户簿里已有的人</translation>
        </message>
        <message>
            <source>Contacts who are no clients of yours are passed over; nobody new is added.</source>
            <translation>通讯录里不是客户的人一律跳过，不新增任何人。</translation>
        </message>
        <message>
            <source>Where both differ</source>
            <translation>两边不一样时</translation>
        </message>
        <message>
            <source>Keep mine everywhere</source>
            <translation>都保留我的</translation>
        </message>
        <message>
            <source>Take the list everywhere</source>
            <translation>都用名单里的</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>返回核对列</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>A backup is made first. One click takes it all back.</source>
            <translation>导入前先备份，导入后可一键撤销。</translation>
        </message>
        <message>
            <source>The list and the book say the same; there is nothing to import.</source>
            <translation>表里和客户簿完全一致，没有要导入的。</translation>
        </message>
        <message>
            <source>All sheets</source>
            <translation>所有工作表</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>换一个文件</translation>
        </message>
        <message>
            <source>Only rows with problems ({count})</source>
            <translation>只看有问题的行（{count}）</translation>
        </message>
        <message>
            <source>Import {count} rows</source>
            <translation>导入 {count} 行</translation>
        </message>
        <message>
            <source>Import 1 row</source>
            <translation>导入 1 行</translation>
        </message>
        <message>
            <source>Nothing to import</source>
            <translation>没有可导入的内容</translation>
        </message>
        <message>
            <source>Decide 1 difference…</source>
            <translation>确认 1 处不同…</translation>
        </message>
        <message>
            <source>Remember that we agree</source>
            <translation>记下双方一致</translation>
        </message>
        <message>
            <source>Remember what you decided</source>
            <translation>记住这些决定</translation>
        </message>
        <message>
            <source>Decide {count} differences…</source>
            <translation>确认 {count} 处不同…</translation>
        </message>
        <message>
            <source>What you decided…</source>
            <translation>看看已定的…</translation>
        </message>
        <message>
            <source>Rows of the list</source>
            <translation>名单的行</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Print the recovery code</source>
            <translation>打印恢复码</translation>
        </message>
        <message>
            <source>Client Keeper: recovery code</source>
            <translation>贵客簿：恢复码</translation>
        </message>
        <message>
            <source>Whoever holds this sheet can open the book. Keep it away from the computer. Without it and without the passphrase nobody can open the book, not even its makers.</source>
            <translation>拿到这张纸的人就能打开客户簿，请不要和电脑放在一起。没有它也没有密码，谁都打不开，软件作者也不行。</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>There is no such day.</source>
            <translation>没有这一天。</translation>
        </message>
        <message>
            <source>That lunar year has no such leap month.</source>
            <translation>那个农历年没有这个闰月。</translation>
        </message>
        <message>
            <source>This does not read as a date.</source>
            <translation>看不出是哪一天。</translation>
        </message>
        <message>
            <source>Lunar dates are known from 1901 to 2100.</source>
            <translation>农历只支持 1901 年到 2100 年。</translation>
        </message>
        <message>
            <source>This does not read as an amount.</source>
            <translation>看不出是多少钱。</translation>
        </message>
        <message>
            <source>This does not read as a number.</source>
            <translation>看不出是什么数字。</translation>
        </message>
        <message>
            <source>This is not a complete phone number.</source>
            <translation>电话号码不完整。</translation>
        </message>
        <message>
            <source>Excel has cut off digits of this phone number.</source>
            <translation>这个电话号码的末尾几位被 Excel 截掉了。</translation>
        </message>
        <message>
            <source>This phone number is masked with asterisks.</source>
            <translation>这个电话号码被星号遮住了。</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>缺少姓名。</translation>
        </message>
        <message>
            <source>This reads neither as yes nor as no.</source>
            <translation>看不出是“是”还是“否”。</translation>
        </message>
        <message>
            <source>This is none of the choices.</source>
            <translation>不在可选的范围里。</translation>
        </message>
        <message>
            <source>This text is too long.</source>
            <translation>文字太长了。</translation>
        </message>
        <message>
            <source>This formula has no stored result. Open the file in Excel and save it once.</source>
            <translation>这个公式没有存下结果，请用 Excel 打开文件保存一次再导入。</translation>
        </message>
        <message>
            <source>The same person stands in the file more than once.</source>
            <translation>同一个人在文件里出现了多次。</translation>
        </message>
        <message>
            <source>Two people share a phone number; they may be relatives.</source>
            <translation>两个人共用一个电话，可能是家人。</translation>
        </message>
        <message>
            <source>Somebody of the same name is in the book already.</source>
            <translation>客户簿里已经有同名的人。</translation>
        </message>
        <message>
            <source>In the book this card number belongs to somebody of another name and phone.</source>
            <translation>客户簿里，这个卡号属于另一位姓名和电话都不同的客户。</translation>
        </message>
        <message>
            <source>The counts in the file do not add up.</source>
            <translation>文件里的数目对不上。</translation>
        </message>
        <message>
            <source>This client was deleted for good, so the row was left out. If you want her back, enter her yourself.</source>
            <translation>这位客户已被彻底删除，所以没有导入这一行。如确实需要，请手动录入。</translation>
        </message>
        <message>
            <source>This client is in the trash. Take her back first, then import the row.</source>
            <translation>这位客户在回收站里。请先移回，再导入这一行。</translation>
        </message>
        <message>
            <source>This cannot be left blank.</source>
            <translation>这一项不能为空。</translation>
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation>这个日子还没到。</translation>
        </message>
        <message>
            <source>This cannot be less than zero.</source>
            <translation>不能小于零。</translation>
        </message>
        <message>
            <source>A row cannot become one of another kind. Delete it and write a new one.</source>
            <translation>已有的行不能改类别，请删除后另写一行。</translation>
        </message>
        <message>
            <source>Rows of this kind have no such entry.</source>
            <translation>这类行没有这一项。</translation>
        </message>
        <message>
            <source>Nobody of the family is called so.</source>
            <translation>家庭成员里没有这个称呼。</translation>
        </message>
        <message>
            <source>Another row of the same visit says otherwise.</source>
            <translation>同一次到院的另一行写的不一样。</translation>
        </message>
        <message>
            <source>No session is left of this package.</source>
            <translation>这张疗程卡已没有剩余次数。</translation>
        </message>
        <message>
            <source>Sessions of this package were used already.</source>
            <translation>这张疗程卡已用过次数。</translation>
        </message>
        <message>
            <source>This deposit was used or given back already.</source>
            <translation>这笔预付款已使用或已退。</translation>
        </message>
        <message>
            <source>The deposit is smaller than what was taken from it.</source>
            <translation>预付款不够这次划扣。</translation>
        </message>
        <message>
            <source>More would be given back than was paid.</source>
            <translation>退款多于实付金额。</translation>
        </message>
        <message>
            <source>More stored value would be used than she has.</source>
            <translation>储值余额不够。</translation>
        </message>
        <message>
            <source>What this row was about is no longer in the book.</source>
            <translation>这一行所说的内容已不在客户簿里。</translation>
        </message>
        <message>
            <source>This row stands in the file twice; once is enough.</source>
            <translation>这一行在文件里出现了两次，只算一次。</translation>
        </message>
        <message>
            <source>This row was copied from another and changed: say whether it is a new one.</source>
            <translation>这一行是从另一行复制后改的，请决定是否作为新的一行。</translation>
        </message>
        <message>
            <source>This row is of no client in this book.</source>
            <translation>这一行不属于这本客户簿里的任何客户。</translation>
        </message>
        <message>
            <source>Whose row this is can't be told: write her number, or her name as in the book.</source>
            <translation>看不出这一行是哪位客户的：请填她的编号，或与客户簿一致的姓名。</translation>
        </message>
        <message>
            <source>No client has this number: a character in it is wrong.</source>
            <translation>编号有误：其中有一个字符不对，查不到这位客户。</translation>
        </message>
        <message>
            <source>Nobody can be told by this alone: a card or phone number is missing.</source>
            <translation>只凭这一项认不出是哪位客户：缺少卡号或手机号。</translation>
        </message>
        <message>
            <source>The clinic's own figure is not what its bills come to; the bills count.</source>
            <translation>系统里的这个数与明细合计对不上，以明细为准。</translation>
        </message>
    </context>
    <context>
        <name>ProfileBar</name>
        <message>
            <source>Read it so</source>
            <translation>按它读取</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Remember the changes</source>
            <translation>记住改动</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Read it without</source>
            <translation>不按它读</translation>
        </message>
        <message>
            <source>Remember this list…</source>
            <translation>记住这种表…</translation>
        </message>
        <message>
            <source>This is “{name}”: it is read as it was the last time.</source>
            <translation>认出这是“{name}”的表，按上次的对应读取。</translation>
        </message>
        <message>
            <source>This is “{name}”, with changes of yours.</source>
            <translation>认出这是“{name}”的表，您改动了一些对应。</translation>
        </message>
        <message>
            <source>Several known lists look like this. Which one is it?</source>
            <translation>有几种记住的表都是这样的表头。这是哪一种？</translation>
        </message>
        <message>
            <source>This looks much like “{name}”.</source>
            <translation>这张表与“{name}”很像。</translation>
        </message>
        <message>
            <source>Its headings do not say enough: say what it lists, and what its columns are.</source>
            <translation>只看表头还认不出来：请在下面选这张表里是什么，再指明各列。</translation>
        </message>
        <message>
            <source>Remembered, a list like this is read by itself the next time.</source>
            <translation>记住之后，下次同样的表会自动读取。</translation>
        </message>
    </context>
    <context>
        <name>ProfileCard</name>
        <message>
            <source>Her own facts</source>
            <translation>基本资料</translation>
        </message>
    </context>
    <context>
        <name>ProfileDefaults</name>
        <message>
            <source>Add a text for blank cells</source>
            <translation>添加空白时的内容</translation>
        </message>
    </context>
    <context>
        <name>ProfileDialog</name>
        <message>
            <source>Known list</source>
            <translation>表格读法</translation>
        </message>
        <message>
            <source>Remember this list</source>
            <translation>记住这种表</translation>
        </message>
        <message>
            <source>Remember</source>
            <translation>记住</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>The clinic's system, my old list…</source>
            <translation>例如：机构系统、我的旧名单</translation>
        </message>
        <message>
            <source>I do not know: list such cells to me</source>
            <translation>不确定：把这样的单元格列出来</translation>
        </message>
        <message>
            <source>3 April (the day first)</source>
            <translation>4 月 3 日（日在前）</translation>
        </message>
        <message>
            <source>March 4 (the month first)</source>
            <translation>3 月 4 日（月在前）</translation>
        </message>
        <message>
            <source>my clinic</source>
            <translation>本机构</translation>
        </message>
        <message>
            <source>A blank cell takes back what came from this list before</source>
            <translation>单元格空白时，撤去此前由这种表带来的内容</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>03/04/2026 is</source>
            <translation>03/04/2026 是</translation>
        </message>
        <message>
            <source>Card numbers of</source>
            <translation>卡号属于</translation>
        </message>
        <message>
            <source>Blank cells</source>
            <translation>空白单元格</translation>
        </message>
        <message>
            <source>A list with the same headings is read like this by itself from now on, in whatever order its columns stand.</source>
            <translation>以后遇到表头相同的表，无论列的顺序，都自动这样读取。</translation>
        </message>
        <message>
            <source>Two clinics number their cards apart: give the second one a name above. Phone, name and birthday are always asked about.</source>
            <translation>两家机构各编各的卡号：请在上面给第二家起个名字。手机号、姓名和生日总会先问您。</translation>
        </message>
        <message>
            <source>The clinic is right about, without asking</source>
            <translation>以下内容以机构为准，不再询问</translation>
        </message>
        <message>
            <source>Replaces the one of this name.</source>
            <translation>将取代同名的那一个。</translation>
        </message>
    </context>
    <context>
        <name>ProfileList</name>
        <message>
            <source>Take one in…</source>
            <translation>导入读法…</translation>
        </message>
        <message>
            <source>Known lists</source>
            <translation>表格读法</translation>
        </message>
        <message>
            <source>A list with these headings is read by itself, as it was the last time.</source>
            <translation>表头相同的表会按上次的对应自动读取。</translation>
        </message>
        <message>
            <source>None yet. While a list is taken in, its columns can be remembered; the next one like it is then read by itself.</source>
            <translation>还没有。导入时可以记住各列的对应，下次同样的表就会自动读取。</translation>
        </message>
        <message>
            <source>Change: {name}</source>
            <translation>修改：{name}</translation>
        </message>
        <message>
            <source>Pass on: {name}</source>
            <translation>转给别人：{name}</translation>
        </message>
        <message>
            <source>Remove: {name}</source>
            <translation>删除：{name}</translation>
        </message>
        <message>
            <source>{count} columns</source>
            <translation>{count} 列</translation>
        </message>
        <message>
            <source>1 column</source>
            <translation>1 列</translation>
        </message>
        <message>
            <source>card numbers of {clinic}</source>
            <translation>卡号属于{clinic}</translation>
        </message>
        <message>
            <source>Pass on a known list</source>
            <translation>转出表格读法</translation>
        </message>
        <message>
            <source>{file} is written. It holds headings and rules, nobody's data.</source>
            <translation>{file} 已写好。里面只有表头和规则，没有任何人的资料。</translation>
        </message>
        <message>
            <source>Take in a known list</source>
            <translation>收下表格读法</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>A newer version wrote “{name}”. What is not known here was left out.</source>
            <translation>“{name}”由更新的版本写成，这里不认识的内容已略去。</translation>
        </message>
    </context>
    <context>
        <name>ProjectsCard</name>
        <message>
            <source>Projects</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>还没有</translation>
        </message>
        <message>
            <source>No idea noted yet</source>
            <translation>还没记</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add to the projects</source>
            <translation>添加项目</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>套餐</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>预约金</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>已完成项目</translation>
        </message>
        <message>
            <source>Potential</source>
            <translation>潜在项目</translation>
        </message>
        <message>
            <source>May want</source>
            <translation>可开发</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
    </context>
    <context>
        <name>PromisesCard</name>
        <message>
            <source>Promises</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Nothing promised.</source>
            <translation>没有未了的承诺。</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>承诺</translation>
        </message>
    </context>
    <context>
        <name>Proof</name>
        <message>
            <source>The book, decrypted, page by page</source>
            <translation>解密后的客户簿，逐页查找</translation>
        </message>
        <message>
            <source>The log of the latest changes</source>
            <translation>最近改动的日志</translation>
        </message>
        <message>
            <source>The new backup, decrypted, page by page</source>
            <translation>解密后的新备份，逐页查找</translation>
        </message>
        <message>
            <source>A client is deleted for good</source>
            <translation>一位客户已彻底删除</translation>
        </message>
        <message>
            <source>{count} clients are deleted for good</source>
            <translation>{count} 位客户已彻底删除</translation>
        </message>
    </context>
    <context>
        <name>ProofDialog</name>
        <message>
            <source>{name} is deleted for good</source>
            <translation>{name}已彻底删除</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Delete the older backups…</source>
            <translation>删除更早的备份…</translation>
        </message>
        <message>
            <source>The same search before the deletion</source>
            <translation>删除前用同样的方法查找</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>找到 {count} 处</translation>
        </message>
        <message>
            <source>Looked for were {count} words: names, numbers, accounts and longer notes, also as they were before.</source>
            <translation>共查找 {count} 个词：姓名、号码、账号和较长的备注，包括修改前的内容。</translation>
        </message>
        <message>
            <source>Nothing is left: every search came back empty.</source>
            <translation>没有任何残留：各处都没有找到。</translation>
        </message>
        <message>
            <source>Something is left where it is marked. The log empties itself when the book is closed; an older backup restored now would still be without her.</source>
            <translation>标记的地方仍有残留。日志会在关闭客户簿时清空；即使现在恢复更早的备份，她也不会回来。</translation>
        </message>
        <message>
            <source>Words others have as well, such as a family's phone, stay: {count}.</source>
            <translation>其他客户也有的词（例如家人共用的电话）予以保留：{count} 个。</translation>
        </message>
        <message>
            <source>{count} more were deleted as well, and not looked for singly.</source>
            <translation>另有 {count} 个词也已删除，没有逐一查找。</translation>
        </message>
        <message>
            <source>A list or a backup that brings this up again leaves it out. By hand you may enter anybody again.</source>
            <translation>以后导入名单或恢复备份时会自动排除；手动录入不受影响。</translation>
        </message>
        <message>
            <source>Copies and exports you keep elsewhere yourself are not reached.</source>
            <translation>您自己另存的副本和导出的表格不在此列。</translation>
        </message>
        <message>
            <source>{count} older backups, back to {day}, were made before and hold it still, until they are thinned out or deleted.</source>
            <translation>此前的 {count} 份备份（最早 {day}）里仍有这些资料，要等它们被自动清理或手动删除。</translation>
        </message>
        <message>
            <source>One older backup, of {day}, was made before and holds it still, until it is thinned out or deleted.</source>
            <translation>此前的一份备份（{day}）里仍有这些资料，要等它被自动清理或手动删除。</translation>
        </message>
        <message>
            <source>Delete the older backups?</source>
            <translation>删除更早的备份？</translation>
        </message>
        <message>
            <source>Only the backup made just now is kept, here and in the second folder. You cannot go back to an earlier day then.</source>
            <translation>只保留刚刚做的这份备份，第二备份文件夹也一样。之后就无法回到更早的日子了。</translation>
        </message>
        <message>
            <source>Delete them</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>{count} older backups are deleted.</source>
            <translation>已删除 {count} 份更早的备份。</translation>
        </message>
        <message>
            <source>The older backup is deleted.</source>
            <translation>已删除更早的备份。</translation>
        </message>
    </context>
    <context>
        <name>ProposalList</name>
        <message>
            <source>What was heard</source>
            <translation>听到的内容</translation>
        </message>
    </context>
    <context>
        <name>QAbstractFileIconProvider</name>
        <message>
            <source>Drive</source>
            <translation>磁盘</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>%1 File</source>
            <translation>%1 文件</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
    </context>
    <context>
        <name>QFileDialog</name>
        <message>
            <source>&amp;Look in:</source>
            <translation>查找位置(&amp;L)：</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>文件类型(&amp;T)：</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>One more like it?</source>
            <translation>再加一条？</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translation>这是谁？</translation>
        </message>
        <message>
            <source>Delete the client?</source>
            <translation>删除这位客户？</translation>
        </message>
        <message>
            <source>Delete this row?</source>
            <translation>删除这一行？</translation>
        </message>
        <message>
            <source>(cleared)</source>
            <translation>（清空）</translation>
        </message>
        <message>
            <source>Keep her</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Put her into the trash</source>
            <translation>放进回收站</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Delete it</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Another one</source>
            <translation>是另一笔</translation>
        </message>
        <message>
            <source>This one corrected</source>
            <translation>就是这笔，改过了</translation>
        </message>
        <message>
            <source>Take it in</source>
            <translation>收进来</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>用我的</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>用对方的</translation>
        </message>
        <message>
            <source> or </source>
            <translation> 或 </translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>不要这一条</translation>
        </message>
        <message>
            <source>Take it in as one more</source>
            <translation>算新的一条</translation>
        </message>
        <message>
            <source>Somebody new</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>It is {name}</source>
            <translation>就是{name}</translation>
        </message>
    </context>
    <context>
        <name>QuickBox</name>
        <message>
            <source>Quick box</source>
            <translation>快记</translation>
        </message>
        <message>
            <source>Clients found</source>
            <translation>找到的客户</translation>
        </message>
        <message>
            <source>wyt · wyt daughter 3 Sep · 8888 likes lilies</source>
            <translation>wyt · wyt 女儿 9月3日 · 8888 喜欢百合</translation>
        </message>
        <message>
            <source>About {called}: {count} clients are called so, {keys} chooses.</source>
            <translation>关于 {called}：有 {count} 位客户都这么叫，按 {keys} 选</translation>
        </message>
        <message>
            <source>About {called}:</source>
            <translation>关于{called}：</translation>
        </message>
        <message>
            <source>The clients you wrote about last. Type three letters of a name.</source>
            <translation>最近记过的客户。输入姓名的三个首字母即可。</translation>
        </message>
        <message>
            <source>Enter opens her file; words behind her name are added to it.</source>
            <translation>回车打开档案；名字后面空格再写字，就记进档案。</translation>
        </message>
        <message>
            <source>Nobody found.</source>
            <translation>没有找到。</translation>
        </message>
        <message>
            <source>Three letters of pinyin, a name, or the end of a phone number.</source>
            <translation>输入拼音首字母、姓名或手机尾号。</translation>
        </message>
        <message>
            <source>{called} ({name})</source>
            <translation>{called}（{name}）</translation>
        </message>
        <message>
            <source>↑ ↓ client    Enter opens    Esc closes</source>
            <translation>↑ ↓ 选客户    回车 打开    Esc 关闭</translation>
        </message>
        <message>
            <source>Enter adds what is ticked    Ctrl+Enter all    Alt+1…9 tick    → kind of the rest</source>
            <translation>回车 记下勾选的    Ctrl+回车 全部    Alt+1…9 勾选    → 其余记为</translation>
        </message>
        <message>
            <source>Enter adds what is ticked    Ctrl+Enter all    Alt+1…9 tick    ↑ ↓ client</source>
            <translation>回车 记下勾选的    Ctrl+回车 全部    Alt+1…9 勾选    ↑ ↓ 选客户</translation>
        </message>
        <message>
            <source>Nothing is ticked: Alt+1…9 ticks what is right.</source>
            <translation>还没有勾选：按 Alt+1…9 勾选对的那条</translation>
        </message>
        <message>
            <source>a chat</source>
            <translation>聊天记录</translation>
        </message>
    </context>
    <context>
        <name>ReactionForm</name>
        <message>
            <source>Note it</source>
            <translation>记下</translation>
        </message>
        <message>
            <source>She sent a picture of it at once</source>
            <translation>马上发了照片，说很喜欢</translation>
        </message>
        <message>
            <source>How it was received</source>
            <translation>收到后的反应</translation>
        </message>
    </context>
    <context>
        <name>RecordList</name>
        <message>
            <source>Show fewer</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Show all {count}</source>
            <translation>全部 {count} 条</translation>
        </message>
        <message>
            <source>Show {portion} more of {count}</source>
            <translation>再看 {portion} 条（共 {count} 条）</translation>
        </message>
    </context>
    <context>
        <name>RecordRow</name>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
    </context>
    <context>
        <name>ReminderCard</name>
        <message>
            <source>The same child is in the file of {client} too.</source>
            <translation>同一个孩子也在{client}的档案里。</translation>
        </message>
        <message>
            <source>The same person is in the file of {client} too.</source>
            <translation>同一个人也在{client}的档案里。</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Open the workbench</source>
            <translation>打开筹备</translation>
        </message>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
        <message>
            <source>How it was received</source>
            <translation>收到后的反应</translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>已订好</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Shop confirmed</source>
            <translation>店家已确认</translation>
        </message>
        <message>
            <source>Called her…</source>
            <translation>已打电话…</translation>
        </message>
        <message>
            <source>Copy greeting</source>
            <translation>复制祝福</translation>
        </message>
        <message>
            <source>I have told her</source>
            <translation>已告知</translation>
        </message>
        <message>
            <source>Note it…</source>
            <translation>记反应…</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>记下</translation>
        </message>
        <message>
            <source>Talked to her…</source>
            <translation>已联系…</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>Open the list</source>
            <translation>打开名单</translation>
        </message>
        <message>
            <source>A date…</source>
            <translation>选个日期…</translation>
        </message>
        <message>
            <source>Done without a gift</source>
            <translation>不送礼，已完成</translation>
        </message>
        <message>
            <source>Done with a gift…</source>
            <translation>送了礼物，已完成…</translation>
        </message>
        <message>
            <source>Other words…</source>
            <translation>换一段话…</translation>
        </message>
        <message>
            <source>Briefing about her</source>
            <translation>接诊前一页纸</translation>
        </message>
        <message>
            <source>Let it go this time</source>
            <translation>这次不用了</translation>
        </message>
        <message>
            <source>Greeting sent</source>
            <translation>祝福已发</translation>
        </message>
        <message>
            <source>I have sent it</source>
            <translation>已发出</translation>
        </message>
        <message>
            <source>Copied: {words}</source>
            <translation>已复制：{words}</translation>
        </message>
    </context>
    <context>
        <name>RemindersCard</name>
        <message>
            <source>Days ahead for big clients</source>
            <translation>大客户提前几天提醒</translation>
        </message>
        <message>
            <source>Days afterwards</source>
            <translation>错过后几天内仍提醒</translation>
        </message>
        <message>
            <source>Time of the daily pop-up</source>
            <translation>每日弹窗时间</translation>
        </message>
        <message>
            <source>Round birthdays of men a year early</source>
            <translation>男士整寿提前一年（男做九）</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>And again on the day. Others are greeted on the day only.</source>
            <translation>当天还会再提醒一次；其他客户只在当天提醒问候。</translation>
        </message>
        <message>
            <source>How long a day that was missed is still told.</source>
            <translation>错过的日子，之后几天内还会告诉您。</translation>
        </message>
        <message>
            <source>The 60th is kept when he is 59 by lunar years, and so on.</source>
            <translation>虚岁 59 做 60 大寿，69、79 同理。</translation>
        </message>
        <message>
            <source>Days off in the week</source>
            <translation>每周休息日</translation>
        </message>
        <message>
            <source>What falls on one is told on the last working day before as well.</source>
            <translation>落在休息日的提醒，前一个上班日也会提醒。</translation>
        </message>
        <message>
            <source>Big clients are those of tier A or B, VIPs, and whom you marked yourself.</source>
            <translation>大客户：A、B 级，VIP，以及您亲手标记的客户。</translation>
        </message>
    </context>
    <context>
        <name>Restore</name>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Another file…</source>
            <translation>选择其他文件…</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>The book is made anew from the backup you choose; what was entered after it is not in it. Enter the passphrase the book had at that time.</source>
            <translation>客户簿将用所选备份重建，备份之后录入的内容不在其中。请输入当时的密码。</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>There is no backup in the folder of the book. Choose a file.</source>
            <translation>客户簿文件夹里没有备份，请选择文件。</translation>
        </message>
        <message>
            <source>{day} {time} · {count} clients</source>
            <translation>{day} {time} · {count} 位客户</translation>
        </message>
        <message>
            <source>Choose a backup</source>
            <translation>选择备份</translation>
        </message>
    </context>
    <context>
        <name>ResultStep</name>
        <message>
            <source>Undo the import</source>
            <translation>撤销这次导入</translation>
        </message>
        <message>
            <source>Save the rows with problems as a workbook…</source>
            <translation>把有问题的行另存为表格…</translation>
        </message>
        <message>
            <source>Show the clients</source>
            <translation>查看客户</translation>
        </message>
        <message>
            <source>Who is in the book twice?</source>
            <translation>查找重复的客户</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>What it means</source>
            <translation>带来了什么</translation>
        </message>
        <message>
            <source>Kept because it was edited or used since</source>
            <translation>因之后改过或用到而保留</translation>
        </message>
        <message>
            <source>Taken back but for 1 thing that was edited or used since.</source>
            <translation>已撤回，保留之后改过或用到的 1 处。</translation>
        </message>
        <message>
            <source>Taken back but for {count} things that were edited or used since.</source>
            <translation>已撤回，保留之后改过或用到的 {count} 处。</translation>
        </message>
        <message>
            <source>Taken back. The book is as it was before.</source>
            <translation>已撤销，客户簿恢复到导入之前。</translation>
        </message>
        <message>
            <source>1 row was saved as {file}.</source>
            <translation>1 行已另存为 {file}。</translation>
        </message>
        <message>
            <source>{count} rows were saved as {file}.</source>
            <translation>{count} 行已另存为 {file}。</translation>
        </message>
        <message>
            <source>Delete the file once you are done with it.</source>
            <translation>用完请删除这个文件。</translation>
        </message>
    </context>
    <context>
        <name>RowDetail</name>
        <message>
            <source>Choose a row</source>
            <translation>选一行看看</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>没有姓名</translation>
        </message>
        <message>
            <source>This row is left out; nothing of it is written.</source>
            <translation>这一行不会导入，什么都不写。</translation>
        </message>
        <message>
            <source>Which one is right?</source>
            <translation>以哪边为准？</translation>
        </message>
        <message>
            <source>This is taken over</source>
            <translation>会收下这些</translation>
        </message>
        <message>
            <source>She is not in the book yet; everything in her row is taken.</source>
            <translation>客户簿里还没有她，这一行的内容都会收下。</translation>
        </message>
        <message>
            <source>Not in the book, and passed over as you wished.</source>
            <translation>客户簿里没有此人，已按您的选择跳过。</translation>
        </message>
        <message>
            <source>The book knows all of this already.</source>
            <translation>这些客户簿里都有了。</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translation>这是谁？</translation>
        </message>
        <message>
            <source>It is {name}</source>
            <translation>就是 {name}</translation>
        </message>
        <message>
            <source>Somebody new</source>
            <translation>是一位新客户</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Delete it</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Theirs: {value}</source>
            <translation>对方：{value}</translation>
        </message>
        <message>
            <source>Mine: {value}</source>
            <translation>我的：{value}</translation>
        </message>
        <message>
            <source>The list: {value}</source>
            <translation>名单：{value}</translation>
        </message>
    </context>
    <context>
        <name>Running</name>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>RunningCard</name>
        <message>
            <source>Try the pop-up</source>
            <translation>试一次弹窗</translation>
        </message>
        <message>
            <source>Can it tell you?</source>
            <translation>提醒能送到吗</translation>
        </message>
        <message>
            <source>The clock is plausible: {now}</source>
            <translation>时钟看起来正常：{now}</translation>
        </message>
        <message>
            <source>Last looked for reminders: {at}</source>
            <translation>上次检查提醒：{at}</translation>
        </message>
        <message>
            <source>Pop-up last on the screen: {at}</source>
            <translation>上次弹窗出现：{at}</translation>
        </message>
        <message>
            <source>Starts when you log in</source>
            <translation>登录电脑时自动启动</translation>
        </message>
        <message>
            <source>Does not start when you log in</source>
            <translation>登录电脑时不会自动启动</translation>
        </message>
    </context>
    <context>
        <name>SafetyCard</name>
        <message>
            <source> min</source>
            <translation> 分钟</translation>
        </message>
        <message>
            <source>Lock when idle for</source>
            <translation>闲置多久后锁定</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>New code…</source>
            <translation>换新恢复码…</translation>
        </message>
        <message>
            <source>Open without the passphrase on this computer</source>
            <translation>在这台电脑上免密码打开</translation>
        </message>
        <message>
            <source>Renew the keys…</source>
            <translation>更换密钥…</translation>
        </message>
        <message>
            <source>Safety</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>It also locks when the computer sleeps, and with Ctrl+L.</source>
            <translation>电脑休眠时也会锁定，随时可按 Ctrl+L。</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>The way in if you forget the passphrase. A new one ends the old one.</source>
            <translation>忘记密码时用它打开客户簿。换新之后，旧的立即作废。</translation>
        </message>
        <message>
            <source>Whoever can log in to this computer as you can then read the book. After a lock the passphrase is still asked.</source>
            <translation>开启后，能用您的账户登录这台电脑的人，就能看到客户簿。锁定之后仍要输入密码。</translation>
        </message>
        <message>
            <source>Somebody may know my passphrase</source>
            <translation>密码可能被人知道了</translation>
        </message>
        <message>
            <source>The book gets other keys, a new passphrase and a new recovery code. Backups made before still open with the old passphrase.</source>
            <translation>客户簿换上新的密钥、密码和恢复码。之前的备份仍可用旧密码打开。</translation>
        </message>
        <message>
            <source>Change the passphrase</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>From now on only the new one opens the book.</source>
            <translation>更改后，只有新密码能打开客户簿。</translation>
        </message>
        <message>
            <source>Change it</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>The new passphrase opens the book from now on.</source>
            <translation>新密码已生效。</translation>
        </message>
        <message>
            <source>A new recovery code</source>
            <translation>换新恢复码</translation>
        </message>
        <message>
            <source>The old code opens nothing any more. Have paper and a pen ready.</source>
            <translation>旧恢复码将立即作废。请先备好纸和笔。</translation>
        </message>
        <message>
            <source>Make a new code</source>
            <translation>生成新恢复码</translation>
        </message>
        <message>
            <source>The new recovery code is in force.</source>
            <translation>新恢复码已生效。</translation>
        </message>
        <message>
            <source>Renew the keys</source>
            <translation>更换密钥</translation>
        </message>
        <message>
            <source>The whole book is encrypted anew; then the app starts again. Delete old copies of backups that others could reach: they still open with the old passphrase.</source>
            <translation>整本客户簿会重新加密，然后重启。别人可能拿到的旧备份请删除，它们仍可用旧密码打开。</translation>
        </message>
        <message>
            <source>Renew them</source>
            <translation>更换</translation>
        </message>
        <message>
            <source>Enter the passphrase once to allow it.</source>
            <translation>输入一次密码以确认。</translation>
        </message>
    </context>
    <context>
        <name>Scenes</name>
        <message>
            <source>Cakes</source>
            <translation>蛋糕</translation>
        </message>
        <message>
            <source>Wheatfield Cakes</source>
            <translation>麦田手作蛋糕</translation>
        </message>
        <message>
            <source>Strawberry cake</source>
            <translation>草莓蛋糕</translation>
        </message>
        <message>
            <source>The clinic's monthly list</source>
            <translation>机构每月名单</translation>
        </message>
        <message>
            <source>paints, has a show in spring</source>
            <translation>画画，春天有个展</translation>
        </message>
        <message>
            <source>Ms Harbour</source>
            <translation>何主管</translation>
        </message>
        <message>
            <source>runs two salons</source>
            <translation>开两家美容店</translation>
        </message>
        <message>
            <source>Riverside Court, Building 6, Room 1802</source>
            <translation>临江雅苑6栋1802</translation>
        </message>
        <message>
            <source>Ask how she slept</source>
            <translation>问问睡得好不好</translation>
        </message>
        <message>
            <source>teaches yoga</source>
            <translation>瑜伽老师</translation>
        </message>
        <message>
            <source>Lakeside Garden, Building 2</source>
            <translation>湖畔花园2栋</translation>
        </message>
        <message>
            <source>Hydra facial</source>
            <translation>水光针</translation>
        </message>
        <message>
            <source>Clients for the manager, Spring.xlsx</source>
            <translation>给王主管的客户表 林春.xlsx</translation>
        </message>
        <message>
            <source>Clients for the manager, Summer.xlsx</source>
            <translation>给王主管的客户表 夏雨.xlsx</translation>
        </message>
        <message>
            <source>Clients for the manager, Autumn.xlsx</source>
            <translation>给王主管的客户表 秋月.xlsx</translation>
        </message>
        <message>
            <source>All consultants.xlsx</source>
            <translation>全部顾问.xlsx</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Name, pinyin, initials, end of phone, WeChat…</source>
            <translation>搜姓名、拼音首字母、手机尾号、微信…</translation>
        </message>
        <message>
            <source>Search clients</source>
            <translation>搜索客户</translation>
        </message>
    </context>
    <context>
        <name>Searching</name>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Comparing phones, names and birthdays…</source>
            <translation>正在比对电话、姓名和生日…</translation>
        </message>
    </context>
    <context>
        <name>SecretField</name>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Show or hide what is typed</source>
            <translation>显示或隐藏输入的内容</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Reminders</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Greetings</source>
            <translation>问候与礼物</translation>
        </message>
        <message>
            <source>Safety</source>
            <translation>安全与备份</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观与关于</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Every change is saved at once.</source>
            <translation>改动即时保存。</translation>
        </message>
    </context>
    <context>
        <name>SheetColumns</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>What she is called</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信号</translation>
        </message>
        <message>
            <source>QQ</source>
            <translation>QQ号</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Wedding anniversary</source>
            <translation>结婚纪念日</translation>
        </message>
        <message>
            <source>Other dates</source>
            <translation>其他日子</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Big client</source>
            <translation>大客户</translation>
        </message>
        <message>
            <source>Visit state</source>
            <translation>到院状态</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>Yearly income</source>
            <translation>年收入</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>How many children</source>
            <translation>孩子数</translation>
        </message>
        <message>
            <source>Personality</source>
            <translation>性格</translation>
        </message>
        <message>
            <source>Likes</source>
            <translation>喜好</translation>
        </message>
        <message>
            <source>Taboos</source>
            <translation>忌口忌讳</translation>
        </message>
        <message>
            <source>Allergies</source>
            <translation>过敏</translation>
        </message>
        <message>
            <source>Health notes</source>
            <translation>健康备注</translation>
        </message>
        <message>
            <source>Dialect</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>What she can afford</source>
            <translation>消费能力</translation>
        </message>
        <message>
            <source>Attitude to risk</source>
            <translation>风险态度</translation>
        </message>
        <message>
            <source>What she hopes to look like</source>
            <translation>外貌期望</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>How she came to us</source>
            <translation>来源渠道</translation>
        </message>
        <message>
            <source>Referred by</source>
            <translation>推荐人</translation>
        </message>
        <message>
            <source>First contact</source>
            <translation>首次接触</translation>
        </message>
        <message>
            <source>Clinic card number</source>
            <translation>会员卡号</translation>
        </message>
        <message>
            <source>Consultant</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Do not contact</source>
            <translation>免打扰</translation>
        </message>
        <message>
            <source>Died on</source>
            <translation>去世日期</translation>
        </message>
        <message>
            <source>Archived on</source>
            <translation>归档日期</translation>
        </message>
        <message>
            <source>Number of visits as told</source>
            <translation>自述来院次数</translation>
        </message>
        <message>
            <source>Number of visits</source>
            <translation>到院次数</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>最近到院</translation>
        </message>
        <message>
            <source>Paid in all</source>
            <translation>累计消费</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Private notes</source>
            <translation>私密备注</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Knows of her treatments</source>
            <translation>知道她的项目吗</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Kind of visit</source>
            <translation>到院类型</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Kind of bill</source>
            <translation>收费类型</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>List price</source>
            <translation>原价</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>实付</translation>
        </message>
        <message>
            <source>Doctor</source>
            <translation>医生</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>满意度</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Next day</source>
            <translation>下次日期</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已用</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Expires on</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>意向</translation>
        </message>
        <message>
            <source>Obstacle</source>
            <translation>顾虑</translation>
        </message>
        <message>
            <source>Idea from</source>
            <translation>由来</translation>
        </message>
        <message>
            <source>Closed on</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>送给</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>场合</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Gift</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>订购日期</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>送达日期</translation>
        </message>
        <message>
            <source>Sent in whose name</source>
            <translation>以谁的名义</translation>
        </message>
        <message>
            <source>Card text</source>
            <translation>卡片文字</translation>
        </message>
        <message>
            <source>Reaction</source>
            <translation>反应</translation>
        </message>
        <message>
            <source>Warning passed over</source>
            <translation>忽略的提醒</translation>
        </message>
        <message>
            <source>Delivery confirmed on</source>
            <translation>确认送达日期</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>程度</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Mind when you deliver</source>
            <translation>送货时请留意</translation>
        </message>
        <message>
            <source>What was talked about</source>
            <translation>沟通内容</translation>
        </message>
        <message>
            <source>Is it corrected?</source>
            <translation>是改过的吗？</translation>
        </message>
        <message>
            <source>Not in newer lists</source>
            <translation>新名单里没有</translation>
        </message>
        <message>
            <source>State of the deposit</source>
            <translation>预付款状态</translation>
        </message>
        <message>
            <source>Notes on the order</source>
            <translation>订购备注</translation>
        </message>
        <message>
            <source>The whole row</source>
            <translation>整行</translation>
        </message>
        <message>
            <source>Cell</source>
            <translation>单元格</translation>
        </message>
    </context>
    <context>
        <name>SheetHead</name>
        <message>
            <source>What the sheet {name} lists</source>
            <translation>工作表“{name}”里是什么</translation>
        </message>
        <message>
            <source>This sheet lists:</source>
            <translation>这张表里是：</translation>
        </message>
    </context>
    <context>
        <name>SheetLists</name>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Bills and visits</source>
            <translation>消费明细</translation>
        </message>
        <message>
            <source>Nothing to take in</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>the name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>who it is (the name or a card number)</source>
            <translation>是谁（姓名或卡号）</translation>
        </message>
        <message>
            <source>the day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>what was done or paid</source>
            <translation>项目或金额</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between what is missing</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Still to be said: {what}</source>
            <translation>还要指明：{what}</translation>
        </message>
    </context>
    <context>
        <name>SourceDialog</name>
        <message>
            <source>Where you know it from: {fact}</source>
            <translation>{fact}是从哪里知道的</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Learnt on</source>
            <translation>何时得知</translation>
        </message>
        <message>
            <source>Learnt from</source>
            <translation>从哪得知</translation>
        </message>
        <message>
            <source>Herself, WeChat Moments, a friend…</source>
            <translation>本人、朋友圈、朋友……</translation>
        </message>
    </context>
    <context>
        <name>SourceLine</name>
        <message>
            <source>What kind of list it is</source>
            <translation>这是哪种表</translation>
        </message>
        <message>
            <source>Taken for:</source>
            <translation>认作：</translation>
        </message>
    </context>
    <context>
        <name>Sources</name>
        <message>
            <source>When and from where it was learnt ({key})</source>
            <translation>何时、从哪里知道的（{key}）</translation>
        </message>
        <message>
            <source>When and from where it was learnt</source>
            <translation>何时、从哪里知道的</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Private note</source>
            <translation>私密备注</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>健康</translation>
        </message>
        <message>
            <source>Preference</source>
            <translation>喜忌</translation>
        </message>
        <message>
            <source>About her</source>
            <translation>资料</translation>
        </message>
        <message>
            <source>Talk</source>
            <translation>沟通</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>到院</translation>
        </message>
        <message>
            <source>Gift</source>
            <translation>礼物</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>答应的事</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>家人</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message>
            <source>Give back to each consultant</source>
            <translation>按顾问拆分</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Every consultant gets her own rows with what was changed in them, and takes them in like any sheet.</source>
            <translation>每位顾问拿回自己的客户和主管的改动，再照常导入自己的客户簿。</translation>
        </message>
        <message>
            <source>Taking {file} apart…</source>
            <translation>正在拆分“{file}”…</translation>
        </message>
    </context>
    <context>
        <name>Standing</name>
        <message>
            <source>In the trash since {day}.</source>
            <translation>{day}移到回收站。</translation>
        </message>
        <message>
            <source>Take out of the trash</source>
            <translation>移出回收站</translation>
        </message>
        <message>
            <source>Deceased, noted for {day}.</source>
            <translation>已过世（{day}记）。</translation>
        </message>
        <message>
            <source>She is alive</source>
            <translation>更正：仍在世</translation>
        </message>
        <message>
            <source>In the archive since {day}.</source>
            <translation>{day}归档。</translation>
        </message>
        <message>
            <source>Take out of the archive</source>
            <translation>取消归档</translation>
        </message>
        <message>
            <source>She is not to be contacted.</source>
            <translation>请勿联系。</translation>
        </message>
        <message>
            <source>May be contacted again</source>
            <translation>恢复联系</translation>
        </message>
        <message>
            <source>{state} Every reminder about her has stopped.</source>
            <translation>{state}关于她的提醒已全部停止。</translation>
        </message>
    </context>
    <context>
        <name>StartStep</name>
        <message>
            <source>Import my list</source>
            <translation>导入我的名单</translation>
        </message>
        <message>
            <source>From Excel or CSV; nothing comes in unseen.</source>
            <translation>从 Excel 或 CSV 导入，先看清楚再写入。</translation>
        </message>
        <message>
            <source>Look around first</source>
            <translation>先看看示例</translation>
        </message>
        <message>
            <source>With made-up clients in a window of its own; closing it removes them.</source>
            <translation>在单独的窗口里用虚构客户试用，关掉就没了。</translation>
        </message>
        <message>
            <source>Start with an empty book</source>
            <translation>从空白开始</translation>
        </message>
        <message>
            <source>And write down the first client.</source>
            <translation>记下第一位客户。</translation>
        </message>
    </context>
    <context>
        <name>State</name>
        <message>
            <source>Encrypted · no backup yet</source>
            <translation>已加密 · 还没有备份</translation>
        </message>
        <message>
            <source>Encrypted · backed up {day} {time}</source>
            <translation>已加密 · {day} {time} 备份</translation>
        </message>
    </context>
    <context>
        <name>StepForm</name>
        <message>
            <source>Leave it out</source>
            <translation>跳过这一步</translation>
        </message>
    </context>
    <context>
        <name>StepRow</name>
        <message>
            <source>Take it up again</source>
            <translation>重新做这一步</translation>
        </message>
        <message>
            <source>Open this step</source>
            <translation>展开这一步</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Fold this step</source>
            <translation>收起这一步</translation>
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>Ordered</source>
            <translation>已订</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>已送</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>Use one</source>
            <translation>用一次</translation>
        </message>
        <message>
            <source>Treated now</source>
            <translation>已做治疗</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已处理</translation>
        </message>
        <message>
            <source>Will come</source>
            <translation>会来</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>来了</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>没兑现</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>处理中</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>不来</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Remind me of this one</source>
            <translation>改按这个提醒</translation>
        </message>
    </context>
    <context>
        <name>Strength</name>
        <message>
            <source>Guessed at once.</source>
            <translation>一猜就中。</translation>
        </message>
        <message>
            <source>Guessed within minutes.</source>
            <translation>几分钟就会被猜到。</translation>
        </message>
        <message>
            <source>Guessed within days.</source>
            <translation>几天就会被猜到。</translation>
        </message>
        <message>
            <source>Good: hard to guess.</source>
            <translation>不错，很难猜到。</translation>
        </message>
        <message>
            <source>Very good: nobody guesses this.</source>
            <translation>很好，没人猜得到。</translation>
        </message>
        <message>
            <source>A name is easy to find out.</source>
            <translation>名字很容易打听到。</translation>
        </message>
        <message>
            <source>A birthday is easy to find out.</source>
            <translation>生日很容易打听到。</translation>
        </message>
        <message>
            <source>A phone number is easy to find out.</source>
            <translation>电话号码很容易打听到。</translation>
        </message>
        <message>
            <source>Words of your work are tried first.</source>
            <translation>和工作有关的词最先被试。</translation>
        </message>
        <message>
            <source>Many people use something like this.</source>
            <translation>很多人用类似的密码。</translation>
        </message>
        <message>
            <source>1 more character.</source>
            <translation>还差 1 个字符。</translation>
        </message>
        <message>
            <source>{count} more characters.</source>
            <translation>还差 {count} 个字符。</translation>
        </message>
        <message>
            <source>At least {count} characters. Three or four unrelated words work well.</source>
            <translation>至少 {count} 个字符，三四个不相干的词最好记也最安全。</translation>
        </message>
    </context>
    <context>
        <name>SummaryDialog</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>SummaryLines</name>
        <message>
            <source>No new client, visit, amount or date came with it.</source>
            <translation>没有新客户、到院、金额或日期。</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 位</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>打开 {name}</translation>
        </message>
        <message>
            <source>Show {count} more</source>
            <translation>再看 {count} 位</translation>
        </message>
    </context>
    <context>
        <name>Sums</name>
        <message>
            <source>Paid per year</source>
            <translation>每年实收</translation>
        </message>
        <message>
            <source>Stored value left</source>
            <translation>储值余额</translation>
        </message>
        <message>
            <source>Paid in all</source>
            <translation>累计实收</translation>
        </message>
        <message>
            <source>Largest bill</source>
            <translation>最大单笔</translation>
        </message>
        <message>
            <source>{year}: {sum} paid</source>
            <translation>{year} 年：实收 {sum}</translation>
        </message>
    </context>
    <context>
        <name>SupplierDialog</name>
        <message>
            <source>Supplier</source>
            <translation>店家</translation>
        </message>
        <message>
            <source>A new supplier</source>
            <translation>新的店家</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Flowers, cakes, aroma lamps</source>
            <translation>鲜花、蛋糕、香薰</translation>
        </message>
        <message>
            <source>Orders before 16:00; paid monthly</source>
            <translation>16:00 前下单；月结</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>What they sell</source>
            <translation>卖什么</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>SuppliersCard</name>
        <message>
            <source>Add a supplier…</source>
            <translation>添加店家…</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>店家</translation>
        </message>
        <message>
            <source>The florist, the cake shop: to be picked on the workbench of a day.</source>
            <translation>花店、蛋糕店等，筹备礼物时直接选用。</translation>
        </message>
        <message>
            <source>Move up: {name}</source>
            <translation>上移：{name}</translation>
        </message>
        <message>
            <source>Change: {name}</source>
            <translation>修改：{name}</translation>
        </message>
        <message>
            <source>Remove: {name}</source>
            <translation>移除：{name}</translation>
        </message>
    </context>
    <context>
        <name>Tagging</name>
        <message>
            <source>Add a tag</source>
            <translation>加标签</translation>
        </message>
        <message>
            <source>Add a need</source>
            <translation>加需求</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>需求</translation>
        </message>
    </context>
    <context>
        <name>TagsField</name>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove {tag}</source>
            <translation>移除 {tag}</translation>
        </message>
    </context>
    <context>
        <name>TakeBack</name>
        <message>
            <source>Looking at what was edited since…</source>
            <translation>正在查看之后改过什么…</translation>
        </message>
        <message>
            <source>Taking the import back…</source>
            <translation>正在撤回导入…</translation>
        </message>
    </context>
    <context>
        <name>TakingBack</name>
        <message>
            <source>Private notes</source>
            <translation>私密备注</translation>
        </message>
        <message>
            <source>Where she stands</source>
            <translation>跟进阶段</translation>
        </message>
        <message>
            <source>Consultant</source>
            <translation>咨询师</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Do not contact</source>
            <translation>请勿联系</translation>
        </message>
        <message>
            <source>Put aside</source>
            <translation>已收起</translation>
        </message>
        <message>
            <source>In the trash</source>
            <translation>在回收站</translation>
        </message>
        <message>
            <source>Deceased</source>
            <translation>已故</translation>
        </message>
        <message>
            <source>Referred by</source>
            <translation>介绍人</translation>
        </message>
        <message>
            <source>First contact</source>
            <translation>首次接触</translation>
        </message>
        <message>
            <source>{what}: “{now}” since</source>
            <translation>{what}：之后改为“{now}”</translation>
        </message>
        <message>
            <source>{what}: changed since</source>
            <translation>{what}：之后改过</translation>
        </message>
        <message>
            <source>{what}: something added since hangs on it</source>
            <translation>{what}：之后又添了与之相关的内容</translation>
        </message>
        <message>
            <source>{what}: you wrote the same again</source>
            <translation>{what}：之后又记过同样的内容</translation>
        </message>
        <message>
            <source>{what}: it was removed since</source>
            <translation>{what}：之后已删除</translation>
        </message>
    </context>
    <context>
        <name>TalkDialog</name>
        <message>
            <source>What came of it?</source>
            <translation>结果如何？</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>记下</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Talk again on</source>
            <translation>下次联系</translation>
        </message>
    </context>
    <context>
        <name>TalksCard</name>
        <message>
            <source>Talks</source>
            <translation>联系记录</translation>
        </message>
        <message>
            <source>No talk noted yet.</source>
            <translation>还没有联系记录。</translation>
        </message>
        <message>
            <source>Talk</source>
            <translation>联系</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Note something  Ctrl+K</source>
            <translation>记一笔  Ctrl+K</translation>
        </message>
        <message>
            <source>Check my reminders</source>
            <translation>查提醒</translation>
        </message>
        <message>
            <source>To prepare</source>
            <translation>要准备</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>就是今天</translation>
        </message>
        <message>
            <source>Missed – still worth a word</source>
            <translation>错过了 — 还值得问候一声</translation>
        </message>
        <message>
            <source>{day} · {lunar}</source>
            <translation>{day} · {lunar}</translation>
        </message>
        <message>
            <source>Show {count} more</source>
            <translation>再显示 {count} 条</translation>
        </message>
        <message>
            <source>Bring in my list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Enter a client</source>
            <translation>新增客户</translation>
        </message>
        <message>
            <source>Your book is ready</source>
            <translation>客户簿已经准备好</translation>
        </message>
        <message>
            <source>Bring in the spreadsheet you have kept, or enter your first client. From then on birthdays and anniversaries show here two days ahead.</source>
            <translation>导入您一直在用的表格，或记下第一位客户。之后生日和纪念日会提前两天出现在这里。</translation>
        </message>
        <message>
            <source>Nothing to prepare today</source>
            <translation>今天没有要准备的</translation>
        </message>
        <message>
            <source>What comes next stands below and in the calendar.</source>
            <translation>接下来的日子在下面和日历里。</translation>
        </message>
    </context>
    <context>
        <name>Trash</name>
        <message>
            <source>A client's 30 days in the trash were over: deleted for good.</source>
            <translation>一位客户在回收站满 30 天，已彻底删除。</translation>
        </message>
        <message>
            <source>For {count} clients the 30 days in the trash were over: deleted for good.</source>
            <translation>{count} 位客户在回收站满 30 天，已彻底删除。</translation>
        </message>
        <message>
            <source>What was looked for</source>
            <translation>查看核对结果</translation>
        </message>
    </context>
    <context>
        <name>TrashDialog</name>
        <message>
            <source>Trash</source>
            <translation>回收站</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Empty the trash…</source>
            <translation>清空回收站…</translation>
        </message>
        <message>
            <source>Clients stay here for 30 days. They are in no list and nothing reminds of them; taken back, they have everything they had. After that they are deleted for good.</source>
            <translation>客户在这里保留 30 天：不出现在任何名单里，也不会有提醒；移回后资料一样不少。满 30 天后彻底删除。</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>还有 {count} 位</translation>
        </message>
        <message>
            <source>The trash is empty</source>
            <translation>回收站是空的</translation>
        </message>
        <message>
            <source>A client is put here from the menu of her page, and can be taken back.</source>
            <translation>在客户页的菜单里可以把她移到这里，也可以随时移回。</translation>
        </message>
        <message>
            <source>Delete {name} for good?</source>
            <translation>彻底删除{name}？</translation>
        </message>
        <message>
            <source>Her file, her photos and every trace of her in the history go. A new backup is made without her. This cannot be undone.</source>
            <translation>她的档案、照片和历史记录里的一切痕迹都会删除，并重新做一份不含她的备份。此操作无法撤销。</translation>
        </message>
        <message>
            <source>Delete all {count} clients for good?</source>
            <translation>彻底删除全部 {count} 位客户？</translation>
        </message>
        <message>
            <source>Their files, their photos and every trace of them in the history go. A new backup is made without them. This cannot be undone.</source>
            <translation>他们的档案、照片和历史记录里的一切痕迹都会删除，并重新做一份不含他们的备份。此操作无法撤销。</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>彻底删除</translation>
        </message>
        <message>
            <source>Deleting, and looking for what may be left…</source>
            <translation>正在删除，并查找是否还有残留…</translation>
        </message>
    </context>
    <context>
        <name>TrashRow</name>
        <message>
            <source>Take back</source>
            <translation>移回</translation>
        </message>
        <message>
            <source>Delete for good…</source>
            <translation>彻底删除…</translation>
        </message>
        <message>
            <source>Take {name} back</source>
            <translation>移回{name}</translation>
        </message>
        <message>
            <source>Delete {name} for good…</source>
            <translation>彻底删除{name}…</translation>
        </message>
        <message>
            <source>{called} ({name})</source>
            <translation>{called}（{name}）</translation>
        </message>
        <message>
            <source>Since {day} · goes soon</source>
            <translation>移入：{day} · 即将彻底删除</translation>
        </message>
        <message>
            <source>Since {day} · {count} days left</source>
            <translation>移入：{day} · 还剩 {count} 天</translation>
        </message>
        <message>
            <source>Since {day} · one day left</source>
            <translation>移入：{day} · 还剩 1 天</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open Client Keeper</source>
            <translation>打开贵客簿</translation>
        </message>
        <message>
            <source>Something is waiting. Open the window to see it.</source>
            <translation>有事项在等您，打开窗口查看。</translation>
        </message>
        <message>
            <source>Open your book: while it is locked, nothing can tell what is due.</source>
            <translation>请打开客户簿：锁定期间无法知道有哪些事项。</translation>
        </message>
        <message>
            <source>Today's reminders</source>
            <translation>今天的提醒</translation>
        </message>
        <message>
            <source>Desk mode</source>
            <translation>隐私模式</translation>
        </message>
        <message>
            <source>No pop-ups for an hour</source>
            <translation>一小时内不弹窗</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>{book} – {product}</source>
            <translation>{book} – {product}</translation>
        </message>
        <message>
            <source>{who}: {count} to think of</source>
            <translation>{who}：{count} 件事要记着</translation>
        </message>
        <message>
            <source>{who}: something is waiting</source>
            <translation>{who}：有事项在等您</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Client Keeper</source>
            <translation>贵客簿</translation>
        </message>
        <message>
            <source>{count} to think of. Open the window to see them.</source>
            <translation>有 {count} 件事要记着，打开窗口查看。</translation>
        </message>
    </context>
    <context>
        <name>Trial</name>
        <message>
            <source>Client Keeper – demo, nothing here is kept</source>
            <translation>贵客簿 – 示例，内容不会保留</translation>
        </message>
    </context>
    <context>
        <name>TrialPopUp</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>I see it</source>
            <translation>看到了</translation>
        </message>
        <message>
            <source>This is a trial</source>
            <translation>这是一次试弹</translation>
        </message>
        <message>
            <source>Reminders come to this corner, above other windows. Nobody's day is due.</source>
            <translation>提醒会出现在屏幕这一角，位于其他窗口之上。这次没有任何人的日子到期。</translation>
        </message>
    </context>
    <context>
        <name>Trouble</name>
        <message>
            <source>The book cannot be opened</source>
            <translation>客户簿打不开</translation>
        </message>
        <message>
            <source>Only the log of the last seconds of work is damaged. The book opens without what stands behind the damage; the damaged log is kept beside it.</source>
            <translation>只有最后几秒的改动损坏，之前的都在。可以舍弃这部分后打开，损坏的文件会留在原处备查。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>Open without it</source>
            <translation>舍弃后打开</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
    </context>
    <context>
        <name>TroubleStep</name>
        <message>
            <source>Your file and your book are as they were; nothing was written.</source>
            <translation>您的文件和客户簿都没有变，没有写入任何内容。</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>换一个文件</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
    </context>
    <context>
        <name>Unlock</name>
        <message>
            <source>Passphrase</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Caps Lock is on.</source>
            <translation>大写锁定已打开。</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Type the eight groups from your paper.</source>
            <translation>请输入纸上的八组数字。</translation>
        </message>
        <message>
            <source>{count} reminders are waiting. Unlock to see them.</source>
            <translation>有 {count} 条提醒，解锁后查看。</translation>
        </message>
        <message>
            <source>Something is waiting. Unlock to see it.</source>
            <translation>有事项在等您，解锁后查看。</translation>
        </message>
        <message>
            <source>Your book is locked</source>
            <translation>客户簿已锁定</translation>
        </message>
        <message>
            <source>Use the passphrase</source>
            <translation>使用密码</translation>
        </message>
        <message>
            <source>Use the recovery code</source>
            <translation>使用恢复码</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在打开…</translation>
        </message>
        <message>
            <source>In {seconds} s</source>
            <translation>{seconds} 秒后</translation>
        </message>
    </context>
    <context>
        <name>UnreadableCard</name>
        <message>
            <source>Entries that cannot be read</source>
            <translation>读不出来的记录</translation>
        </message>
        <message>
            <source>They may never pop up; everything else reminds as always. An older backup may still hold them: look there, or ask her again.</source>
            <translation>这些记录可能不会弹出提醒，其余的照常提醒。可以到较早的备份里找回，或者再问她一次。</translation>
        </message>
        <message>
            <source>Check her</source>
            <translation>查看提醒</translation>
        </message>
    </context>
    <context>
        <name>VisitRow</name>
        <message>
            <source>Add a bill</source>
            <translation>加账单</translation>
        </message>
        <message>
            <source>Bills</source>
            <translation>账单</translation>
        </message>
    </context>
    <context>
        <name>VisitsCard</name>
        <message>
            <source>Visits and bills</source>
            <translation>到院与消费</translation>
        </message>
        <message>
            <source>Bills without a visit</source>
            <translation>不属于某次到院的收费</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>到院</translation>
        </message>
        <message>
            <source>Bill</source>
            <translation>账单</translation>
        </message>
    </context>
    <context>
        <name>Ways</name>
        <message>
            <source>Paid and treated</source>
            <translation>收款，已治疗</translation>
        </message>
        <message>
            <source>Paid, to be treated later</source>
            <translation>收款，未治疗</translation>
        </message>
        <message>
            <source>Package bought</source>
            <translation>购疗程（多次）</translation>
        </message>
        <message>
            <source>Session of {project} ({left} left)</source>
            <translation>划扣：{project}（剩 {left} 次）</translation>
        </message>
        <message>
            <source>Deposit of {sum} used: {project}</source>
            <translation>预约金 {sum} 转消费：{project}</translation>
        </message>
        <message>
            <source>From stored value ({sum} left)</source>
            <translation>储值划扣（余 {sum}）</translation>
        </message>
        <message>
            <source>Stored value added</source>
            <translation>储值</translation>
        </message>
        <message>
            <source>Deposit taken</source>
            <translation>收预约金</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Refund of sessions: {project}</source>
            <translation>退疗程：{project}</translation>
        </message>
        <message>
            <source>Refund of {sum}: {project}</source>
            <translation>退款 {sum}：{project}</translation>
        </message>
        <message>
            <source>Stored value given back</source>
            <translation>退储值</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>A new client book</source>
            <translation>新建客户簿</translation>
        </message>
        <message>
            <source>Your recovery code</source>
            <translation>您的恢复码</translation>
        </message>
        <message>
            <source>How do you want to begin?</source>
            <translation>您想怎么开始？</translation>
        </message>
        <message>
            <source>Step {number} of {count}</source>
            <translation>第 {number} 步，共 {count} 步</translation>
        </message>
    </context>
    <context>
        <name>WholeView</name>
        <message>
            <source>Nobody reminds you of them</source>
            <translation>从不会提醒到的客户</translation>
        </message>
        <message>
            <source>None of their days would ever pop up.</source>
            <translation>她们没有任何日子会弹出提醒。</translation>
        </message>
        <message>
            <source>Big clients with a birthday to find out</source>
            <translation>还有生日待了解的大客户</translation>
        </message>
        <message>
            <source>Hers, her husband's or a child's is not known yet.</source>
            <translation>她本人、先生或孩子的生日还不知道。</translation>
        </message>
        <message>
            <source>Several days, none celebrated</source>
            <translation>有几个日子，没选定过哪一个</translation>
        </message>
        <message>
            <source>Choose the one that counts, and it reminds.</source>
            <translation>选定过哪一个，就会提醒。</translation>
        </message>
        <message>
            <source>Days that skip years</source>
            <translation>隔年才有的日子</translation>
        </message>
        <message>
            <source>By the choice made for 29 February, a lunar 30th or a leap month.</source>
            <translation>因为 2 月 29 日、农历三十或闰月的过法是这样选的。</translation>
        </message>
    </context>
    <context>
        <name>Workbench</name>
        <message>
            <source>Order</source>
            <translation>订购</translation>
        </message>
        <message>
            <source>Confirm the delivery</source>
            <translation>确认送达安排</translation>
        </message>
        <message>
            <source>Greet her</source>
            <translation>送上祝福</translation>
        </message>
        <message>
            <source>Call her, so that she buys no second cake</source>
            <translation>给她打电话，免得再买一个蛋糕</translation>
        </message>
        <message>
            <source>Note how it was received</source>
            <translation>记下反应</translation>
        </message>
        <message>
            <source>A greeting is enough here</source>
            <translation>这位客户当天问候即可</translation>
        </message>
        <message>
            <source>Nothing is on its way</source>
            <translation>没有订购，无需确认</translation>
        </message>
        <message>
            <source>Nothing was given</source>
            <translation>没有送礼，无需记录</translation>
        </message>
        <message>
            <source>It was given already</source>
            <translation>已经送出，无需确认</translation>
        </message>
        <message>
            <source>Lilies or carnations</source>
            <translation>百合或康乃馨</translation>
        </message>
        <message>
            <source>Cake</source>
            <translation>蛋糕</translation>
        </message>
        <message>
            <source>Aroma lamp</source>
            <translation>香薰灯</translation>
        </message>
        <message>
            <source>Scented oil</source>
            <translation>精油</translation>
        </message>
        <message>
            <source>A small gift</source>
            <translation>小礼物</translation>
        </message>
        <message>
            <source>{client}, happy birthday! May the year ahead be kind to you.</source>
            <translation>{client}，生日快乐！愿新的一岁，从容美好。</translation>
        </message>
        <message>
            <source>Happy birthday, {client}! Joy and ease, today and all year.</source>
            <translation>祝{client}生日快乐，天天好心情，岁岁皆如意！</translation>
        </message>
        <message>
            <source>{person}, happy birthday! Grow up healthy and merry.</source>
            <translation>{person}，生日快乐！健康长大，天天开心。</translation>
        </message>
        <message>
            <source>Happy birthday, {person}! May all your wishes come true.</source>
            <translation>祝{person}生日快乐，愿望都实现！</translation>
        </message>
        <message>
            <source>Happy birthday, and all the best to the whole family.</source>
            <translation>生日快乐，阖家幸福！</translation>
        </message>
        <message>
            <source>Happy birthday! Good health and every happiness.</source>
            <translation>祝生日快乐，身体健康，万事顺意！</translation>
        </message>
        <message>
            <source>Happy anniversary to you both, and many more years together.</source>
            <translation>结婚纪念日快乐，愿二位岁岁相伴，恩爱如初。</translation>
        </message>
        <message>
            <source>{client}, happy anniversary! May every year be sweeter.</source>
            <translation>{client}，纪念日快乐！愿往后每一年都更甜。</translation>
        </message>
        <message>
            <source>One month old: may {person} grow up healthy and loved.</source>
            <translation>祝{person}满月快乐，平安长大！</translation>
        </message>
        <message>
            <source>Welcome, {person}! A month already, and many happy years.</source>
            <translation>{person}满月之喜，愿小宝贝福气满满、健康成长。</translation>
        </message>
        <message>
            <source>A hundred days: long life and good luck to {person}!</source>
            <translation>祝{person}百日快乐，长命百岁！</translation>
        </message>
        <message>
            <source>May {person} grow up healthy, merry and loved.</source>
            <translation>祝{person}平安健康，快乐成长！</translation>
        </message>
        <message>
            <source>{person}, have a lovely first day of school!</source>
            <translation>{person}，开学快乐，天天进步！</translation>
        </message>
        <message>
            <source>New books, new friends: enjoy school, {person}!</source>
            <translation>{person}上学啦，愿你每天都有新朋友、新发现。</translation>
        </message>
        <message>
            <source>{person}, one year old! Health and joy in every one.</source>
            <translation>{person}周岁快乐，一岁一欢喜！</translation>
        </message>
        <message>
            <source>Happy first birthday, {person}!</source>
            <translation>祝{person}周岁生日快乐，健康平安！</translation>
        </message>
        <message>
            <source>{person}, eighteen today! A bright road ahead of you.</source>
            <translation>{person}，十八岁生日快乐，前程似锦！</translation>
        </message>
        <message>
            <source>All grown up: happy birthday, {person}!</source>
            <translation>{person}成年快乐，愿你一路坦途，去做喜欢的事。</translation>
        </message>
        <message>
            <source>{client}, health, peace and happiness, this year and on.</source>
            <translation>{client}，生日快乐，福寿安康！</translation>
        </message>
        <message>
            <source>Many happy returns, {client}: the best is still to come.</source>
            <translation>祝{client}笑口常开，福如东海。</translation>
        </message>
        <message>
            <source>A long and happy life, good health and much laughter!</source>
            <translation>福如东海，寿比南山！</translation>
        </message>
        <message>
            <source>All respect on this great day: health and peace.</source>
            <translation>恭贺大寿，祝福寿安康，松柏长青。</translation>
        </message>
        <message>
            <source>{age} years, {day}: to many more, hand in hand.</source>
            <translation>{day}快乐！携手{age}年，愿你们长长久久。</translation>
        </message>
        <message>
            <source>{client}, happy {day}! The sweeter, the longer it lasts.</source>
            <translation>{client}，{day}快乐！日子越久，越有味道。</translation>
        </message>
        <message>
            <source>{client}, thinking of you today. All the best!</source>
            <translation>{client}，今天特别想起您，祝一切都好！</translation>
        </message>
        <message>
            <source>{words}
— {name}</source>
            <translation>{words}
—— {name}</translation>
        </message>
        <message>
            <source>your friend</source>
            <translation>您的朋友</translation>
        </message>
        <message>
            <source>ordered {day}</source>
            <translation>{day}订购</translation>
        </message>
        <message>
            <source>given {day}</source>
            <translation>{day}送出</translation>
        </message>
        <message>
            <source>{supplier} confirmed on {day}</source>
            <translation>{supplier} {day}已确认</translation>
        </message>
        <message>
            <source>Confirmed on {day}</source>
            <translation>{day}已确认</translation>
        </message>
        <message>
            <source>Left out on {day}</source>
            <translation>{day}跳过</translation>
        </message>
        <message>
            <source>Done on {day}</source>
            <translation>{day}完成</translation>
        </message>
        <message>
            <source>“{item} for {person} is on its way, so please do not buy a second one.”</source>
            <translation>“给{person}的{item}已经订好了，您就别再买一个啦。”</translation>
        </message>
        <message>
            <source>Wish {person} a happy birthday through her; nothing was ordered this time.</source>
            <translation>请她转达对{person}的生日祝福；这次没有订东西。</translation>
        </message>
        <message>
            <source>Ask where it should be delivered: her file has no address.</source>
            <translation>问一下送到哪里：档案里还没有地址。</translation>
        </message>
        <message>
            <source>Ask whether somebody is at home to take it in.</source>
            <translation>确认当天家里有人签收。</translation>
        </message>
        <message>
            <source>If {names} can hear: you are a friend. Not a word of the clinic, of projects.</source>
            <translation>{names}可能听见：您只是朋友，机构和项目一个字都别提。</translation>
        </message>
        <message>
            <source>Nothing is sold in this call.</source>
            <translation>这通电话只关心，不推销。</translation>
        </message>
        <message>
            <source>Order: {item}</source>
            <translation>订购：{item}</translation>
        </message>
        <message>
            <source>Deliver on: {day}</source>
            <translation>送达日期：{day}</translation>
        </message>
        <message>
            <source>To: {name}, {address}</source>
            <translation>收件：{name}，{address}</translation>
        </message>
        <message>
            <source>Card: {words}</source>
            <translation>卡片：{words}</translation>
        </message>
        <message>
            <source>Please note: {words}</source>
            <translation>备注：{words}</translation>
        </message>
    </context>
    <context>
        <name>WorkbenchPage</name>
        <message>
            <source>Open her file</source>
            <translation>打开档案</translation>
        </message>
        <message>
            <source>Briefing</source>
            <translation>接诊前一页纸</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回（Esc）</translation>
        </message>
        <message>
            <source>Copied; cleared in 30 seconds</source>
            <translation>已复制，30 秒后清除</translation>
        </message>
    </context>
    <context>
        <name>Working</name>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
    </context>
    <context>
        <name>Writing</name>
        <message>
            <source>Show in folder</source>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>Writing {file}…</source>
            <translation>正在写入 {file}…</translation>
        </message>
        <message>
            <source>Stopped. No file was written.</source>
            <translation>已停止，没有写出文件。</translation>
        </message>
    </context>
    <context>
        <name>Written</name>
        <message>
            <source>{file} could not be written there.</source>
            <translation>{file} 没能写到那里，请换个位置再试。</translation>
        </message>
        <message>
            <source>{file} is written. It is not encrypted: delete it once you have read it.</source>
            <translation>已保存 {file}。文件没有加密，用完请删掉。</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>Sent to the printer {printer}.</source>
            <translation>已发送到打印机 {printer}。</translation>
        </message>
    </context>
    <context>
        <name>Years</name>
        <message>
            <source>first birthday</source>
            <translation>周岁</translation>
        </message>
        <message>
            <source>comes of age</source>
            <translation>成年</translation>
        </message>
        <message>
            <source>round birthday</source>
            <translation>整寿</translation>
        </message>
        <message>
            <source>kept as the {round}th</source>
            <translation>做 {round} 大寿</translation>
        </message>
        <message>
            <source>a hundred years</source>
            <translation>百岁</translation>
        </message>
        <message>
            <source>own zodiac year</source>
            <translation>本命年</translation>
        </message>
        <message>
            <source>One month old</source>
            <translation>满月</translation>
        </message>
        <message>
            <source>A hundred days old</source>
            <translation>百日</translation>
        </message>
        <message>
            <source>First day of school</source>
            <translation>上小学</translation>
        </message>
        <message>
            <source>paper wedding</source>
            <translation>纸婚</translation>
        </message>
        <message>
            <source>cotton wedding</source>
            <translation>棉婚</translation>
        </message>
        <message>
            <source>leather wedding</source>
            <translation>皮婚</translation>
        </message>
        <message>
            <source>fruit and flower wedding</source>
            <translation>花果婚</translation>
        </message>
        <message>
            <source>wooden wedding</source>
            <translation>木婚</translation>
        </message>
        <message>
            <source>iron wedding</source>
            <translation>铁婚</translation>
        </message>
        <message>
            <source>copper wedding</source>
            <translation>铜婚</translation>
        </message>
        <message>
            <source>bronze wedding</source>
            <translation>青铜婚</translation>
        </message>
        <message>
            <source>pottery wedding</source>
            <translation>陶器婚</translation>
        </message>
        <message>
            <source>tin wedding</source>
            <translation>锡婚</translation>
        </message>
        <message>
            <source>steel wedding</source>
            <translation>钢婚</translation>
        </message>
        <message>
            <source>silk wedding</source>
            <translation>丝婚</translation>
        </message>
        <message>
            <source>lace wedding</source>
            <translation>花边婚</translation>
        </message>
        <message>
            <source>ivory wedding</source>
            <translation>象牙婚</translation>
        </message>
        <message>
            <source>crystal wedding</source>
            <translation>水晶婚</translation>
        </message>
        <message>
            <source>china wedding</source>
            <translation>瓷婚</translation>
        </message>
        <message>
            <source>silver wedding</source>
            <translation>银婚</translation>
        </message>
        <message>
            <source>pearl wedding</source>
            <translation>珍珠婚</translation>
        </message>
        <message>
            <source>coral wedding</source>
            <translation>珊瑚婚</translation>
        </message>
        <message>
            <source>ruby wedding</source>
            <translation>红宝石婚</translation>
        </message>
        <message>
            <source>sapphire wedding</source>
            <translation>蓝宝石婚</translation>
        </message>
        <message>
            <source>golden wedding</source>
            <translation>金婚</translation>
        </message>
        <message>
            <source>emerald wedding</source>
            <translation>绿宝石婚</translation>
        </message>
        <message>
            <source>diamond wedding</source>
            <translation>钻石婚</translation>
        </message>
        <message>
            <source>platinum wedding</source>
            <translation>白金婚</translation>
        </message>
    </context>
    <context>
        <name>Zodiac</name>
        <message>
            <source>rat</source>
            <translation>属鼠</translation>
        </message>
        <message>
            <source>ox</source>
            <translation>属牛</translation>
        </message>
        <message>
            <source>tiger</source>
            <translation>属虎</translation>
        </message>
        <message>
            <source>rabbit</source>
            <translation>属兔</translation>
        </message>
        <message>
            <source>dragon</source>
            <translation>属龙</translation>
        </message>
        <message>
            <source>snake</source>
            <translation>属蛇</translation>
        </message>
        <message>
            <source>horse</source>
            <translation>属马</translation>
        </message>
        <message>
            <source>goat</source>
            <translation>属羊</translation>
        </message>
        <message>
            <source>monkey</source>
            <translation>属猴</translation>
        </message>
        <message>
            <source>rooster</source>
            <translation>属鸡</translation>
        </message>
        <message>
            <source>dog</source>
            <translation>属狗</translation>
        </message>
        <message>
            <source>pig</source>
            <translation>属猪</translation>
        </message>
        <message>
            <source>{years} years</source>
            <translation>{years} 岁</translation>
        </message>
        <message>
            <source>{years} years married</source>
            <translation>结婚 {years} 年</translation>
        </message>
        <message>
            <source>{years} years on</source>
            <translation>{years} 周年</translation>
        </message>
        <message>
            <source>{age}, {animal}</source>
            <translation>{age} · {animal}</translation>
        </message>
        <message>
            <source>{days} days old</source>
            <translation>出生 {days} 天</translation>
        </message>
        <message>
            <source>{months} months old</source>
            <translation>{months} 个月</translation>
        </message>
        <message>
            <source>{day} ({other})</source>
            <translation>{day}（{other}）</translation>
        </message>
        <message>
            <source>this year {days}</source>
            <translation>今年 {days}</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between days</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>1 year ({nominal} lunar)</source>
            <translation>1 岁（虚岁 {nominal}）</translation>
        </message>
        <message>
            <source>{years} years ({nominal} lunar)</source>
            <translation>{years} 岁（虚岁 {nominal}）</translation>
        </message>
        <message>
            <source>1 month old</source>
            <translation>满 1 个月</translation>
        </message>
        <message>
            <source>{day} ({near})</source>
            <translation>{day}（{near}）</translation>
        </message>
        <message>
            <source>next {near}</source>
            <translation>下次{near}</translation>
        </message>
        <message>
            <source>next {day}, {near}</source>
            <translation>下次 {day}，{near}</translation>
        </message>
        <message>
            <source>Learnt {day}</source>
            <translation>{day}得知</translation>
        </message>
        <message>
            <source>Learnt {day}: {source}</source>
            <translation>{day}得知：{source}</translation>
        </message>
    </context>
    <context>
        <name>_FieldBox</name>
        <message>
            <source>Read {heading} as</source>
            <translation>“{heading}”读作</translation>
        </message>
    </context>
</TS>
