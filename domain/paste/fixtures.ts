/** What Word puts on the clipboard, written after its manner: no line of it is anybody's document. */
export const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Word 15"><style><!--
 p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
--></style><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-US style='tab-interval:36.0pt'><!--StartFragment-->
<h2 style='margin-top:12.0pt'><span lang=EN-US style='font-family:"Times New Roman",serif'>The round
in December<o:p></o:p></span></h2>
<p class=MsoNormal style='margin-bottom:8.0pt'><span lang=EN-US>The delegations met <b
style='mso-bidi-font-weight:normal'>twice</b> and <i>agreed</i><a style='mso-comment-reference:A_1'></a><span
class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor href="#_msocom_1">[A1]</a><span
style='mso-special-character:comment'>&nbsp;</span></span></span> to meet again.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>First point<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>A part of it<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Second point<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Step one<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0><tr style='mso-yfti-irow:0'><td width=200 valign=top><p
class=MsoNormal><b>Who</b><o:p></o:p></p></td><td width=200><p class=MsoNormal>What<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>Joshi<o:p></o:p></p></td><td><p class=MsoNormal>Doubts<o:p></o:p></p></td></tr></table>
<p class=MsoQuote><span lang=EN-US>A block of quotation.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span style='mso-no-proof:yes'><img width=10 height=10 src="file:///C:/clip_image002.png"></span>The
end.<o:p></o:p></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is this so?</p></div></div>
<!--EndFragment--></body></html>`;

/** What Google Docs puts there, after its manner. */
export const google = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0b6f">
<h1 dir="ltr" style="line-height:1.38;"><span style="font-size:20pt;font-family:Arial;font-weight:400;">Outlook</span></h1>
<p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;font-style:normal;">Talks </span><span
style="font-weight:700;">will</span><span style="font-weight:400;"> go </span><span
style="font-weight:400;font-style:italic;">on</span><span style="font-weight:400;">.</span></p><br />
<ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr"
role="presentation"><span style="font-weight:400;">One</span></p></li><ul><li dir="ltr" aria-level="2"><p
dir="ltr"><span>Inner</span></p></li></ul><li dir="ltr"><p dir="ltr"><span>Two</span></p></li></ul>
<div dir="ltr" align="left"><table style="border:none;"><colgroup><col /></colgroup><tbody><tr><td
style="border:solid #000 1pt;"><p dir="ltr"><span>Cell</span></p></td></tr></tbody></table></div></b>`;

/** A page of the web, after the manner of the press. */
export const web = `<html><body><nav><a href="/">Home</a></nav><script>track()</script>
<article class="story"><h1 class="headline"><a href="/x">Talks keep lines open</a></h1>
<p class="body">The talks <strong>ended</strong> on <a href="/friday">Friday</a>, <cite>officials</cite> said.</p>
<figure><img src="a.jpg" alt="A table"></figure>
<div class="box">Loose words in a box.<span style="display:none">tracking</span></div>
<blockquote class="pull">“It’s a stalemate,” Joshi said.</blockquote>
<button>Share</button></article></body></html>`;
