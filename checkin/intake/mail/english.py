# ruff: noqa: E501 - one rule a line
"""English rules of what a clause says of coming: a line is a rule, a regular expression for a plain clause."""

WORDS = {
    "COME": r"(?:attend\w*|come|coming|make (?:it|that|the)|join\w*|be there|be present|participat\w*|be available|accept|be with|travel|get there|free|be able|take part|represented)",
    "MY": r"(?:my|our|his|her|their)",
}

RULES = {
    "earlier": r"""
        \b(?:had|have|has|i'd) (?:already |previously |earlier )?(?:confirmed|accepted|registered|said|replied|signed up)|\b(?:previous|earlier|last) (?:reply|message|email|e-mail|confirmation|answer)|\bcancellation\b|\bafter all\b|\b(?:any more|anymore|any longer)\b|(?:late|short) notice|something (?:urgent |else )?(?:has |had )?(?:come|came|cropped) up|last[- ]minute|\bwas (?:due|supposed|meant|going|planning) to\b|as (?:planned|announced)
    """,
    "wished": r"""
        would have (?:loved|liked|been|enjoyed)|i'd have (?:loved|liked)|wish i could
    """,
    "regret": r"""
        \b(?:unfortunately|sadly|regrettably|apologies|sorry|alas)\b
    """,
    "aside": r"""
        \b(?:even )?though\b[^,;:]*,|\balthough\b[^,;:]*,
        \bif (?:\w+ ){1,3}(?:is|are|will be) (?:provided|served|offered|included|available)\b
        \b(?:will|must|have to|need to|shall|'ll) (?:leave|head off|be off|be leaving)\b[^;]*
        \b(?:meeting|appointment|call|trip|conference|commitment) (?:\w+ )?(?:got|was|has been|is|been) (?:\w+ )?(?:cancelled|canceled|postponed|moved|rescheduled)
        would have (?:loved|liked|been|enjoyed)[^,;]*|wish i could[^,;]*|i'd have (?:loved|liked)[^,;]*|much as [^,;]*
        (?:please|could you|can you|would you)(?: kindly)? (?:confirm(?! (?:my|our|me))|let (?:me|us)|tell|advise|send)[^,;]*|no longer work[^,;]*
        (?:confirm\w*|acknowledg\w*) (?:the )?receipt[^,;]*|(?:haven't|have not|did not|didn't|could not|couldn't) (?:yet )?(?:receive\w*|open|read|find|reply|see)[^,;]*
        (?:won't|will not|can't|cannot|not) (?:be able to )?(?:stay|arrive|be bringing|bring)\b[^,;]*|(?:will|have to|must|need to) (?:leave|go) (?:early|at|before|by)[^,;]*|\byour (?:attendance|participation|presence)\b
    """,
    "surely": r"""
        \bno (?:other )?(?:conflicts?|clash(?:es)?|commitments?|engagements?|plans)\b|\bin the room\b|\bin attendance\b
        wouldn't miss|would not miss|\bwithout fail\b|(?:nothing|no(?:body)?) (?:will|could) (?:stop|keep)
    """,
    "cancels": r"""
        \btake (?:my name|me|us) off\b
        \bwithdraw\b|\bback out\b
        \bcancel\w*\b|\b(?:release|free up|give up|give away) (?:my|our|the) (?:seat|place|spot)
        \bno longer (?:be )?(?:able|attend\w*|come|coming|join\w*|available|going|possible|make)|(?:not|won't) be able to (?:\w+ ){0,4}after all|withdraw (?:my|our|his|her)|\bpull out\b|\bdrop out\b
        \b(?:something (?:has )?come up|something came up|last[- ]minute|unforeseen)\b.{0,100}(?:not|n't|unable|cannot|have to|must)|\b(?:had|already) (?:confirmed|accepted|registered|said).{0,100}(?:not|n't|unable|cannot)|take me off|remove (?:me|my name)
    """,
    "maybe": r"""
        \bwill revert\b|\bheard back\b|\basked (?:my|our|for) [^,;]*(?:approval|permission|authori[sz]ation|clearance)
        \b(?:might|may(?! \d)|maybe|perhaps|possibly|probably|tentative\w*|pencil\w*|provisional\w*|no promises|hope to|hoping to|try to|trying to|not (?:yet )?(?:sure|certain|confirmed|decided|know)|unsure|don't (?:yet )?know|do not (?:yet )?know|not know|subject to|provided (?:that)?|should be able|will (?:try|see|let you know|confirm|get back|check)|i'll (?:try|see|let you know|confirm|get back|check|do my best)|need to check|have to check|need to (?:confirm|clear)|depend\w*|fingers crossed|aim to|waiting for|awaiting)\b
        \bif (?:i|we|my|our|possible|time|all|the|schedules?)\b
    """,
    "no": r"""
        \b(?:prevent|keep|stop)\w* (?:\w+ )?(?:him|her|me|us|them|¤+) (?:from )?(?:attend|com|join|be|participat)\w*
        \bdo(?:es)?(?:n't| not) (?:work|suit)\b
        \b(?:have|need|must|going) (?:to )?be (?:in|at) [^,.;]{2,40}(?:that|on the|this|same) (?:day|date|week|morning)
        \bcommitted to (?:another|something|a )|\bsay no\b
        \bback-to-back\b|\bat the same time\b|\b(?:another|other) (?:occasion|plans)\b|\b(?:already|have|got) plans\b
        (?:don't|do not) (?:think|believe|expect) (?:that )?(?:i|we|he|she)|\b(?:can't|cannot|won't)\W*$
        \b(?:am|i'm|are|we're|be|is) (?:\w+ )?(?:abroad|away|overseas|travelling|traveling|out of (?:the country|town))\b|\b(?:i'm|i am|i'll be|i shall be|we're|will be|we'll be) (?:\w+ )?(?:in|at|on) [^,.;]{2,40}(?:that|on the|this|same) (?:day|date|week|morning|24)
        \b(?:won't|will not|not|isn't|can't|cannot|never) (?:\w+ ){0,2}(?:be )?(?:possible|sending|send|feasible|doable)|\b(?:give|giving) [^,;]{0,20}a miss|^\W*(?:hi |hello )?no\b,? (?:thank|sorry|i)|next time\b|(?:diary|schedule|calendar)\b[^,;]{0,30}(?:not|n't|full)
        \b(?:cannot|can't|can not|cant|couldn't|could not|won't|wont|will not|unable|not able|not be able|not going to|not be|isn't able|is not able|aren't able|shall not|won't be|am not|are not|is not|isn't|don't (?:wish|want|plan|intend)|do not (?:wish|want|plan|intend))\b[^;]{0,60}<COME>
        double-booked|sit (?:this|it|that) (?:one )?out|(?:have to|will|must|need to|going to) (?:skip|miss|pass)\b|not in a position|a conflict\b
        \b(?:unable|not able) to\b|(?:have|need|forced|obliged) to decline|must (?:\w+ )?decline|\bdeclin\w+|\bregret(?:fully|s|ting)?\b|send (?:\w+ ){0,2}(?:regrets|apologies)|(?:accept|pass on|convey) <MY> (?:\w+ )?(?:regrets|apologies)|apologies for (?:my|his|her|not)|(?:prior|previous|other|another) (?:commitment|engagement|meeting|obligation)s?|otherwise engaged
        \bnot available|unavailable|on (?:leave|holiday|annual leave|vacation)\b|will be (?:away|abroad|travelling|traveling|out of (?:the country|town))|(?:have to|will|must|i'll) (?:pass|miss)\b|can't do\b|not this time|another time|no thank|\bclash\w*|conflict\w*|i'm afraid|sorry to miss|does(?:n't| not) (?:work|allow|permit)|represented by|replaced by
    """,
    "yes": r"""
        \bi(?:'ll| will) (?:definitely )?make it\b|\bcount on (?:my|our)\b|\b(?:schedule|diary) allows\b
        \b(?:it's|it is) a (?:\w+ )?yes\b|: ?yes\W*$|^\W*confirmed\b
        \b(?:pleasure|delight|honou?r) (?:in|of|to) (?:accept|attend|join|com|be )
        \b(?:intend|plan|planning|aim to be sure) to (?:\w+ )?(?:be there|attend|come|join|participate)|(?:put|add) (?:me|us) (?:on|to) (?:the|your) list
        \b(?:can|could|able to|managed to) (?:\w+ ){0,2}(?:make (?:it|that)|come|attend|join|be there|be with)|\bworks (?:\w+ )?for (?:me|us)|\ball (?:good|set|fine) for|\bsuits (?:me|us)|i'm free|i am free
        <MY> (?:\w+ )?(?:attendance|participation|presence) is (?:\w+ )?(?:confirmed|certain)
        \b(?:will|shall|'ll|would|'d|am|are|is|be) (?:\w+ ){0,3}(?:attend\w*|be there|be present|be joining|join\w*|come|coming|participat\w*|be with you|be accompanied|represent\w*|be bringing|bring\w*|accompany\w*|take part)\b
        \b(?:happy|delighted|glad|pleased|honoured|honored|thrilled|love|excited|keen|pleasure|looking forward) (?:to |of )(?:\w+ )?(?:attend\w*|join\w*|com(?:e|ing)|accept\w*|participat\w*|be(?:ing)? (?:there|with|present)|confirm\w*)
        \baccept(?:s|ed|ing)? (?:your|the|this|with)|(?:gladly|happily|gratefully|pleased to|delighted to) accept|see you (?:there|then|on|thursday|next|all|at)|looking forward to (?:\w+ ){0,3}(?:attend\w*|join\w*|see\w*|meet\w*|it|the event|event|being|tak\w+ part)
        \bconfirm\w*\b[^;]{0,80}\b(?:attendance|participation|presence|i will|we will|i am|i'll|we'll|he will|she will|attend\w*|coming|place)|^(?:\W|\b(?:i|we|hereby|can|hi|hello)\b){0,20}confirm(?:ed|ing|s)?\W*(?:$|for)|\battending\b|we are coming|i'm coming|we're coming|i'll come|coming with|bringing\b
        ^(?:\W|\b(?:hello|hi|dear|all|thanks|thank|you|many)\b){0,20}(?:yes|yep|yeah|sure|absolutely|of course|certainly|definitely|with pleasure|(?:ok|okay)(?!\W{1,3}(?:merci|thank)))\b(?!.{0,20}\?)
        \bcount (?:me|us|on me|on us|her|him)\b(?: in)?|put (?:me|us) down|sign (?:me|us) up|(?:register|include|add|enrol|book|save|reserve)(?: a (?:seat|place) for)? (?:me|us|my|our|¤)|(?:i'm|i am) in\b(?! \w)
        \bthere (?:will be|are|'ll be) (?:\w+ )?(?:two|three|four|five|six|\d+) (?:of us|people|attendees|participants)
    """,
    "polite": r"""
        \b(?:my|our|his|her|their) (?:\w+ )?(?:attendance|participation|presence)\b
        \b(?:would|'d) like to (?:attend|come|join|participate|register)
        can't wait to (?:be|see|come|join|meet|attend)
    """,
}
