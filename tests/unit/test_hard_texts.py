"""Small texts that broke a law once, each under the rule that keeps it: what fuzzing found, made small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_grammar as tg
from telegram_grammar.reading import read
from telegram_grammar.testing import assert_laws

_TWO_SECTIONS = "UNCLAS SECTION 01 OF 02 OSLO 000001\n\nSUBJECT: X\n\n"
_HEAD = "UNCLAS OSLO 000123\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: X\nREF: OSLO 1234\n\n"
#: The top of a long text, of which more than the first items stand below.
_LONG = _HEAD + "".join(f"{number}. (U) Word.\n\n" for number in range(1, 16))
#: Rules, each with texts that show it.
HARD_TEXTS = {
    "a whole marking on the line below a number leads its own words": [
        _HEAD + "1. (C) Words.\n\n2. (C) Words.\n2.\n(C) Words of it.\n",
        _HEAD + "1. (C) W.\n\n2. (C) Words:\n\n1.\n(U) b\n\n2.\n(U) c.\n",
        "1.\n3.\n(S)",
    ],
    "a page mark may have any blanks between its parts, and lines of its own that nothing parts": [
        _HEAD + "1. (C) We saw OSLO\t00000123 002 OF 003 and more.\n",
        "UNCLAS OSLO 000123\nS\t00001234\n002\tOF 003\nSUBJECT: N",
        "UNCLAS OSLO 000123\nSIPDIS S 00001234\n002\nOF\n003\nSUBJECT:E",
        "UNCLAS OSLO 000123\n\nSIPDIS\n\nOSLO 00000123  002\n\nOF 003\n\nSUBJECT: ICE\n\n1. (C) Words.\n",
    ],
    "a closing line that blanks begin goes on with words right above it": [
        _HEAD + "1. (C) Words.\n\n2. (U)\n   http://www.example.org/p/\n",
        _HEAD + "1. (C) Words went on\n   BT\nSMITH\n",
        _HEAD + "1. (C) Words.\n\n(C)\n(S)\n http://x.y\n",
    ],
    "a marking that markup hides is told apart from the words of a heading that are glued to it": [
        _HEAD + "<b>\n(C)Ubject Words\n\n1. (C) W.\n",
        _HEAD + "1. (C) W.\n\n<b>(C)Ubject Words\n----\n\n2. (C) W.\n",
    ],
    "a dash before a number is none of it, whatever blanks stand between them": [
        _HEAD + "1. (C) Words:\n\n-\t1. First\n-  2. Second\n\n2. (C) Words.\n",
        _HEAD + "-\t1. (C) Words.\n\n-\xa0\xa02. (C) Words.\n",
    ],
    "the words of a portion marking are none of the text": [
        "1.(top secret- n fgi nodis nf)\nSUBJECT: THE QUAY AND ITS CRANES\n\n1. (U) They hold.\n",
    ],
    "a byte order mark is nothing at the very top alone": [
        "SUBJECT: \ufeffREF: A.",
        "\ufeff\ufeffSUBJECT: X\ufeffREF: A.\n",
    ],
    "blank lines at the very top make no other repair": [
        "\nR\n111202Z FEB 09\n\nr\nFM\n\n.\nFM\n\nR 240854",
        "\n \nR\n111202Z FEB 09\n\nr\nFM\n",
    ],
    "the last words behind a page mark that reads on no other line are no signature": [
        "NCLAS\nEO2958\nTAG:H\nSUBJECT:D\n\n)\n1.g\nO 00000406 002 OF 002\nPO\nPAGE 7 L\nGO",
        f"{_HEAD.replace('OSLO 000123', 'A RA 002652')}1. (C) One.\n\n-- item\nA RA 00002652  002 OF 002 PO",
    ],
    "a reference that its letter makes a page mark is in doubt": [
        "ONFIDENTIAL\nEO1295\nTAG E\nSUBJ:.\nREF 0\nC)00000407 002 OF 002",
        f"{_HEAD.replace('REF: OSLO 1234', 'REF: A. OSLO 0530')[:-1]}(C)QUITO 00000407 001.2 OF 002\n\n1. (C) One.\n",
    ],
    "a tag may go on behind the end of its line": [
        ".\n\nX ----\nS e c r e t\n<b\n>.",
        "CONFIDENTIAL\nSUBJECT:<b\n>",
        f"{_HEAD}1. (C) Words <a\nhref=x>of</a\n> it and wo<b\n>rds.\n\n2. (C) No rules on Sundays; \xb6<b\n>\n",
        _HEAD.replace("TAGS: PREL\n", "TAGS: PREL <br\n/>"),
    ],
    "a signature that is the label of a field may make captions of the words above it": [
        "CONFIDENTIAL\nSUBJECT:E\nSIPDIS e\n(C)\nREF",
    ],
    "the last word below a ruler is a signature behind a blank line": [
        "CONFIDENTIAL\nSUBJECT:E\n- - -\nWo",
    ],
    "dashes that a tab parts are a ruler, once they stand on one line": [
        "CONFIDENTIAL\n---\t-\nSUBJ:S",
    ],
    "dashes with blanks between them, and words that were joined to them, are no item": [
        f"{_HEAD}1. (C) Words.\n\n{'- ' * 28} Treaties, Their Ends And What Is Left {'- ' * 28}\n\n2. (C) Words.\n",
        f"{_HEAD}1. (C) Words.\n\n{'-' * 29}  SOME OF THE TREATIES  {'-' * 29}\n\n2. (C) Words.\n",
        f"{_HEAD}1. (C) Words.\n\nSome Of The Treaties That Were Signed In Oslo {'-' * 45} {'-' * 11}  2. (C) Words.\n",
    ],
    "words that were joined to a ruler of dashes with blanks are in doubt wherever they stand": [
        f"{_LONG}{'- ' * 28} Inter-Agency Treaties\n{'- ' * 28}\n\n16. (U) Words.\n",
        _LONG.replace("TAGS", "FM OSLO\nTAGS") + f"{'- ' * 28} Inter-Agency Treaties\n{'- ' * 28}\n\n16. (U) Words.\n",
    ],
    "blank lines above the header of a mail say nothing": [
        "\nSubject: Poland\nVZCZCXRO4267\nUNCLAS SECTION 02 OF 03 OSLO 000123\n\nSubject: p\n",
        "\n \n  Subject: Poland\n\nTo: X\nVZCZCXRO4267\nUNCLAS OSLO 000123\n\nSubject: p\n",
    ],
    "markup behind the first line of a message does not hide it": [
        (
            "UNCLAS OSLO 000123 TAGS: PGOV,\n861859S jUl\n\nUNCL\nA Fish\n-----\nTO RUIU/I\nVZCZCXRO5997<b>\n\n"
            "1. (C) A\n\nVZCZCXRO4193\nUP."
        ),
    ],
    "markup in a word whose attributes end behind it is told with them": [
        _HEAD + '1. (C) See <p>Word<br class="y">next.\n\n2. (C) <b>Two</b><br clear="all">\n',
    ],
    "a sign that was escaped more than once is that sign": [
        _HEAD + "1. (C) AT&amp;amp;T &lt;p&gt; said&amp;nbsp;so: &amp;lt;b&amp;gt;no&lt;/b&gt; &lt;S&gt;.\n",
    ],
    "no line of a heading is too long for the wire where others stand below it": [
        f"{_HEAD}1. (C) W.\n\nat {'a' * 90}\nSIPDIS 1. (C) The picture of a lamp where\n-------\n\n2. (C) W.\n",
    ],
    "blanks and markup behind a byte order mark say what they say at the top of a text": [
        "\n\ufeff<b>(C) The\n(C) K\rY POINTS\n REF: REYKJAVIK 0266\n--------------\nSI",
        "\ufeff   (C) The\n(C) K\rY POINTS\n REF: REYKJAVIK 0266\n--------------\nSI",
    ],
    "a page mark inside the line of a heading and its ruler is one": [
        _TWO_SECTIONS + "OSLO 00000001  002 OF 002 Comment -------\n",
        _TWO_SECTIONS + "1. (U) Words.\n\nThird Part OSLO 00000001 002 OF 002 -----------------\n\n2. (U) Words.\n",
    ],
    "a line that goes on because nothing may part it is none if the break above it was for less": [
        f"UNCLAS OSLO 000123\nSUBJECT: X,\n\n{'-' * 42} ...ALL OF THE ICE AGAINST FINE SNOW AND WAVES {'-' * 42}\n",
    ],
    "an indented page mark at the end of a text goes on with nothing": [
        "UNCLAS SECTION 01 OF 02 QUITO 000403\nSUBJECT: X\n\nROKE\n\npage\n\rQUITO 00000403 001.2 OF 002\n",
        _TWO_SECTIONS + "1. (U) Words.\n\nsmith\n  OSLO 00000001  002 OF 002\n",
        _TWO_SECTIONS + "1. (U) Words go on\n  OSLO 00000999  002 OF 002\n",
    ],
    "a list that begins the body may go on with lettered references": ["ONFIDENTIAL\nSUBJECT:\nREF A\n\nB. T"],
    "words behind a caption that would begin a heading are settled": ["NCLAS\nSIPDIS ZZ RTEJ\nSUBJECT::"],
    "where a mark stands between two items, open prose above it would go on behind it": [
        "ONFIDENTIAL 403\nSUBJECT:E\n1(/REL TO)A\n\nTO 00000403 002 OF 002 O",
    ],
    "an instruction that is a page mark, with single blanks between its words, is settled": [
        "ONFIDENTIAL\nW  w 00000614 002 of 002\nSUBJECT:U",
        "UNCLAS\nSIPDIS\nFM AMEMBASSY OSLO\tOslo 00000614 002 of 002\nSUBJECT: X\n\n1. One.\n",
    ],
    "what stands between remarks is no part of them, on the same line either": [
        "Clasfied By\n\n1\nSIPDIS\n\nO 00001234 002 OF 003 EO12958\nTAG\n/",
        "S\nSUBJ:\n\nONFIDENTIAL\nO 00001234 002 OF 003 EO12958\nTAG\n5",
    ],
    "a number alone above a marking leads nothing": ["ONFIDENTIAL\nSUBJECT:S\n1(C)\n1.\n(C)M"],
    "a portion marking that says REL says to whom": ["ONFIDENTIAL\nSUBJECT:E\n(C/REL )A", "1. (C/REL\n) A.\n"],
    "a stamp that would be a line of the heading, where canonical text has notices, is settled": [
        "ONFIDENTIAL\nTO Declassified/Released US Department of State\nSubject:w",
    ],
    "a text without a lead is not broken where its first line would be another": [
        "NCLAS\nSUBJECT:T\nSIPDIS Attp://exampluth-east/mozambique/matola/dredging/lamps/new.",
        "NCLAS\nSUBJECT:T\nSIPDIS A http://ampluth-east/mozambique/matola/dredging/lamps/new.",
    ],
    "a marking may be the next marker of a list, where the line of a heading or a paragraph is laid out anew": [
        "ONFIDENTIAL\nSUBJECT:D\n\nB) M\n(C)T ----",
        _LONG + "B) Word.\n(C) Words ----\n",
    ],
    "words before or behind a page mark may be another line, and without a number no mark is known inside one": [
        "ONFIDENTIAL\nSUBJECT:R\n1. T\n\n.\nQ 00000408 002 OF 002\nZCZCXRO744",
        "ONFIDENTIAL 3\nSUBJECT:R\n1. T\n#4\n.\nQ 00000408 002 OF 002\nZCZCXRO744",
        "ONFIDENTIAL\nSUBJECT:D\n(S)\n\nP\ny ----\nW 00000614 002 of 002\nC",
        "ONFIDENTIAL\nSUBJECT:S\n\nR\n1(C)T\nO 00000407 001.2 OF 002\nT\ny ----",
    ],
    "a class line in small letters is one with any blanks in it": ["Unclas D 0274\x0c"],
    "behind a dash that leads an item a number may be that of a paragraph": [
        "ONFIDENTIAL\nSUBJECT:D\n\n-  1.",
        _LONG + "-  16. Word.\n",
        _LONG + "-\tq16. Word.\n",
    ],
    "a lead, and a line that closes a text, are that with any blanks about them, or behind a byte order mark": [
        "\ufeff¶1.",
        "8.\x0c",
        "ONFIDENTIAL\nSUBJECT:D\n1. S\n1(C)U\nI 00000407 002 OF 002\n O 00000407 002 OF 002\nSP",
    ],
    "a word that a page cut is reported with both halves, whatever markup stands between": [
        "(C)g-\nPAGE 1 E\n<b> T",
        "1.g-\nPAGE 1 S\n<b> A",
        _HEAD + "1. (C) Word- <i>\nPAGE 02 OSLO 00123\n<b>\nPAGE 03 OSLO 00123\nfor word.\n",
    ],
    "a blank line parts a page mark": [
        "SUBJECT:\n\nO 00000403\nTAG\n002 OF 002",
        "SUBJECT:\n\nO 00000403\nEO1295\n002 OF 002",
    ],
    "how long a line is hangs on no blanks at its end, for what is kept unread has none there": [
        "EO2958\nONFIDENTIAL\n1. A" + " W" * 40 + " (/REL VAC)" + "\t" * 20 + "\nSUBJECT:",
        "4.h.\nWBE" + " " * 90 + "\n<b>",
        "1. (C) A.\n\nTHE QUAY" + " " * 210 + "\nOF OSLO\n- -\n------\n\n2. (C) B.",
        "S e c r e t 614\n(C)6 Ww" + " " * 40 + "\n00000614 002 of 002",
    ],
    "blanks at the end of a line inside a page mark say nothing": [
        "O 00000403\t\n001 OF 002",
        _HEAD + "1. (C) One.\n\nOSLO 00000403       \n001 OF\t\n002\n",
        "XXXXXXXXXXXX\t\n002\nOF 002",
    ],
    "a marking may be interrupted: the words on both sides are in the report of its form": [
        "2. (C\nSIPDIS\n)s",
        _LONG + "2. (C\nSIPDIS\n)s",
        _LONG + "2. (C\n\n)s",
    ],
    "the ruler of a heading may stand at the end of words that a marking leads": [
        "ONFIDENTIAL\nSUBJECT:P\n(C)\n(C)-\t----",
        _LONG + "(C) Word\t---- -\n\n16. (C) Two.\n",
    ],
    "a number with a portion marking is that of a paragraph, and no marker, wherever the line ends": [
        "ONFIDENTIAL\nEO2958\nTAG:SUBJ:\n1(C)\n\n1. (C\nENTIRE TEXT)",
        _HEAD + "1. (C) One.\n\n1. (C\nNF) Two.\n\n2. (C) Three.\n",
        _HEAD + "1. (C) One.\n\n(1) (C\n) Two.\n",
        _LONG + "- (\nC)\n\n16. (C) Two.\n",
        _LONG + "2.\nC)",
    ],
    "an item that its marker and its words would make another line is settled": [
        "ONFIDENTIAL\nSUBJ:P\n(C)\n\n A. 00000614 002 of 002",
        "ONFIDENTIAL\nSUBJECT:D\n---\n A. 00000614 002 of 002",
        _HEAD + "1. (C) One.\n\n\tC.\tDeclassified/Released US Department of State\n\n2. (C) Two.\n",
        _LONG + " A.\t00000614  002 OF 002\n\nB. Word.\n",
        _LONG + "(A) Word\t----\n\n(B) Word.\n",
    ],
    "of an item in doubt behind the first ones the first do not tell": [
        _HEAD + "F\n1. T\n\n" + "w.\n\n" * 13 + "EO2958   9\nra   ,\n",
        _LONG + "The quay\n--------  OSLO 00000001  002 OF 002\n\n16. (C) B.",
        _LONG + "(SBU) <b> OSLO 00000123  002 OF 003 2. The number",
    ],
    "a table above the first paragraph with a number, of which a line would be a field, is settled": [
        "NCLAS\nSUBJECT:S\n\nM\n1. T\n\nEO2958   9\nra   ,",
        "ONFIDENTIAL\nSUBJECT:S\n\nF\n1. T\n\nT7   2\nK1   1\nSUBJECT:",
        _HEAD + "F\n1. T\n\n" + "w.\n\n" * 9 + " SUBJECT:   X\nra   ,\n\n1. (C) One.\n",
        _HEAD + "F\n1. T\n\n" + "a\nb.\n\n" * 9 + "SUBJECT:\nX ra\n",
    ],
    "an instruction that would begin a heading, with the class line for its banner, is settled": [
        "ONFIDENTIAL\n.;\n2.\nZZ RUAA\nSUBJECT:E",
        "ONFIDENTIAL\nA;\n2.\nZZ RUAA\nEO2958\nTAG SUBJECT:",
        "S E C R E T OSLO 000123\nA,\n2. B\n O 123456Z JAN\nSUBJECT: X\n\n1. (C) One.\n",
        "S E C R E T OSLO 1\nFOR THE AMBASSADOR AND THE DEPUTY CHIEF OF MISSION AND OTHERS, ZZ RUAA\nSUBJECT: X\n",
    ],
    "a heading whose words begin with a ruler is settled": [
        _HEAD + "--------------------------------------------- -----------WORDS: (C) EARLY\nlist.\n"
        "--------------------------------------------- -----------\n\n(U) He came.\n\nROKE\n",
    ],
    "above a last line that ends a text a surname would sign it": [
        _HEAD + "1. (C) One.\n\n2. HE HAS ASKED.\nDOE\n\n\n ID:\t214477\n",
    ],
    "a lead that is kept unread, and the words that are glued to it": [
        "ZCZCXRO6\nR\n\nSUBJECT:\n\nh\n---\nr\n1.C)\n(C)\n-a",
    ],
    "behind words that turn out to be a marking a section begins so many characters earlier": [
        "UNCLAS DOHA 000502\n\nSUBJECT: X\n\n1. X Y.\n\n-----------\n(\nC)\nDOHA 00000502 003 OF 003\nbegin decoded.)",
        "UNCLAS DOHA 000502\n\nSUBJECT: X\n\n1. X Y.\n\n(\nC) we\nDOHA 00000502 003 OF 003\nbegin decoded.)",
    ],
    "signs alone on their line mark nothing, and stand in no heading": [
        "UNCLAS DOHA 000502\n\nSUBJECT: ALL\n\n- - -\n- -\nShortcut\n- - -\n\nWe go.",
    ],
    "words that a field on their line has parted from it are settled": [
        "R 160913Z MAY\nFM HELSINKI\nTO RUEHC/SECSTATE\nO N F I D E N T I A L\n\nVZCZCXRO4665 EO 12958\nTAGS\nSUBJECT:",
    ],
    "an address with other words behind it is no line by itself": [
        _HEAD + "1. (U) Word.\n\n2. (U) Word.\nVisit Oslo's Classified Website: "
        "http://www.language.call.bdb/post/Portal:Vary ed_Deletes YIELDS",
    ],
    "a section that begins before any text leaves it in doubt whether the field above goes on": [
        _HEAD.replace("REF: OSLO 1234", "REF: OSLO 1\nClassified By: DCM of the")
        + "OSLO 00000123  002 OF 002\n---\nFor the Record, and more of it that is long enough to wrap the line here\n"
        "and there\n---\n\nWord.\n",
    ],
    "signs that a tab parts, alone above a page mark, are settled": [
        _HEAD + "------------\t-----------------------\nOSLO 00000123 002 OF 002\nItem.",
    ],
    "of a paragraph that is markup alone nothing is left": [
        _HEAD + "".join(f"{number}. (U) Word.\n\n" for number in range(1, 16)) + "------\n<br>",
    ],
    "a number right under a line that may be a heading is no further item of a list": ["1.\n\n1.L\n\nD\n2.t"],
    "a ruler takes no line that a lead needs": ["(C)\n-\n7\n---", "ONFIDENTIAL\n\n-\nN\n---"],
    "of a text without fields only the order tells the lines apart: it is settled": [
        "SECRET\n\nR 241026\nSIPDIS",
        "SECRET\n\n2\nrEf.\n\nDE #",
        "(S). SIPDIS",
        "SECRET\n---\nE\nDE RUEH",
        "2.\n\nB) E\n\n(C)K",
        "SECRET\n\n(b) and (d) PDI",
        "1.\n\nC. (\rU)",
    ],
    "an identification right below itself is that line twice, a byte order mark or not": [
        "\ufeffVZCZCXRO2575\nVZCZCXRO2575",
    ],
    "a page mark that a sign ends, or that begins inside a word, is none": [
        "S e c r e t 614\nSubject:e\n\ne\n\nWw 00000614 002 of 002.",
        "S e c r e t 614\nSubject:e\n(C)S\nEr 00000614 002 of 002.",
        "S e c r e t 614\nSubject:e\n(C)1Ww\n00000614 002 of 002",
    ],
    "right behind a lead a page mark interrupts nothing": [
        "S e c r e t 614\nSUBJECT:D\n\n-Ww 00000614 002 of 002\n2.",
        "S e c r e t 614\nSUBJECT:R\n\n-Wa 00000614 002 of 0022.",
    ],
    "a page mark may be broken before its number": ["S e c r e t 614\n(C)6 Ww\n00000614 002 of 002"],
    "a no-break space behind the count of a distribution is a blank": ["09\xa0"],
    "a caption behind the last sentence is no signature": ["ECRET\nSUBJECT:A\n(S). SIPDIS"],
    "a page mark with nothing but its line's end behind it stands in no prose": [
        "ONFIDENTIAL 408\nSUBJECT:S\n\n,TO 00000408 002 OF 002\n",
        "ONFIDENTIAL 408\nSUBJECT:S\n(C),UO 00000408 001 OF 002\n",
    ],
    "text between fields is settled, for it gets other neighbours": ["ONFIDENTIAL\nSUBJ:\n\n)7\nClasfied By\n\nt"],
    "an item of a list above the first paragraph that reads like a field is settled": [
        "ECRET\nSUBJECT:T\n\n(b) (d) SDI",
        "ECRET\nSUBJECT:T\n\nB. 9\n(S)\n\nSUBJECT:",
    ],
    "a marking that is parted in a heading is reported": ["ONFIDENTIAL\nPAGE 1 L\n(\nS)\n---"],
    "an accounting symbol above the original heading of a readdressal is no address": [
        "O 000000A JAN\nFM OSLO\nTO RUEHC/AMEMBASSY\nAMEMBASSY\nBT\nR 010001Z JAN 01\nFM OSLO\nTO RUEHC/AMEMBASSY\n",
    ],
    "the letters of UNCLASSIFIED are no UNCLAS and a post": [
        "R 010001Z JAN 01\nFM OSLO\nTO RUEHC/AMEMBASSY\nU N C L A s S I F I E D0\n",
        "U N C L A S S I F I E D0\nSUBJECT: X\n",
    ],
    "a page mark in prose may be broken behind its number": [
        "S e c r e t 614\nSubject:e\n(C)EY 00000614\n002 of 002.",
    ],
    "what closes a text is told by its words, whatever blanks part them": [
        "ECRET\nEnd Cable Text  12. (C) Tolls would\nSubject:l",
        "1. (C) One.\nEnd  of\tCable Text",
    ],
    "a lead with blanks alone behind it leads nothing": ["1. (C) \t"],
    "what a further REF line is parted from may stand anywhere above it": [
        "G\n\nREF REF\nREF EM",
        "REf:\n8\nClasfied By\nREf:\n\nREF H",
    ],
    "blanks of any kind inside a marking are blanks": ["ONFIDENTIAL\nSUBJECT:S\n\nC. (\rU)"],
    "blank lines before another message mean nothing": [
        "ZCZCXRO968\n:\n1(C)\n2.\n\nq3.\n\nq. .\n\nZCZCXRO786",
    ],
    "an entity inside a word of a field is settled": ["NCLAS\neo2958 TAGS Z\nSUBJECT:Z\nREF:&amp;7"],
    "the words of an item that would be a heading with its ruler above a page mark are settled": [
        "ONFIDENTIAL\nEO2958\nTAG O\nSUBJECT:D\n1. P\n\nC) s\n;\t----\nW 00000614 002 of 002\n.",
        "ONFIDENTIAL\nEO2958\nTAG O\nSUBJECT:D\n1. P\n\nC) s\n; ---- -\nW 00000614 002 of 002\n.",
    ],
    "words before a page mark that would be a heading are settled": [
        "S e c r e t 614\nSubject:e\n\ntheWw 00000614 002 of 002.",
    ],
    "the end of the last line makes it no shorter": [
        "11. (e survey o958: - 12. (C) Eleven Of Them Need Paint And Two Need Water Under Them.\nCLASSIFICATION: CO",
    ],
    "blanks before a byte order mark hide no message": [" \ufeffZCZCXRO575\nZCZCXRO599"],
    "markup in a line that no field owns hides nothing else": ["S\n<g>EO1219\n\n<strong>EO2958\n.\nSUBJECT:"],
    "blank lines at the very end mean nothing, whatever stands above": [
        "ZCZCXRO5\nTO\nE\n\nT:\n\nI\n\n2\nTAG\nDeclassified/Released US Department of State\nF\n2(C) T\n\n",
        "RR RHBC\nCORRECTEDCOPY\nB\n(S)d\n\no\n1.C)\nQ 00000405 002 OF 002\nR\n2(C)e\n\n",
    ],
    "blanks before number 1 right below a field mean nothing": ["ONFIDENTIAL\n 1. T"],
    "the end of a message is printed only where another would not be told apart without it": [
        "ZCZCXRO415\nZCZCXRO363",
        "NNNN\nZCZCXRO339",
    ],
    "where a paragraph has begun no heading follows a banner": [
        "ONFIDENTIAL\n(C)\nDE #",
        "ONFIDENTIAL\n(C)\nR 050707",
        "CONFIDENTIAL\n(C) One.\nVZCZCXRO0001\n",
    ],
    "half a marking on the line below a number is the number's": ["2.\nC)", "2.\nC)\n\n3. Two.\n", "1.\nS)\nC) One."],
    "blanks and line ends between a marking and its number are all the same": [
        "(C)1.\n0",
        "(C)1.\t0",
        "(C)  1. One.",
        "   (C) 1. One.",
    ],
    "markup is no part of the words that tell a heading": ["S e c r e t\n\n&amp;\n(C)e", "1.\n\n&amp;\n2.C"],
    "markup is no part of the words that tell a signature": ["ONFIDENTIAL\n\n.\nKEN<b>"],
    "blanks at the end of a line make no lead": ["(C)h\n\na. ", "(C)h\n\n(a) \n", "(C)h\n\no "],
    "what would be no caption on a line of its own stays with the caption": ["NCLAS\nSIPDIS BT", "UNCLAS\nSIPDIS NNNN"],
    "what is kept unread keeps the blanks before its words": ["  T-00\ntag;\nW"],
    "blanks before a line's words hide no closing line": ["2.\n BT"],
    "a page mark leaves a number its place": ["S e c r e t 614\n\n2.Ww 00000614 002 of 002"],
    "a number or marking with nothing behind it but markup leads nothing": ["(C)<b>", "1.\n<b>", "4. .\n\n<b>"],
    "blanks before words do not hide that they begin in lower case": ["(C)t\n\n\xa0h"],
    "dashes are no words for a marker": ["ONFIDENTIAL\n\n-\n-", "-\n-\n-"],
    "numbers from 11 on that could be those of pilcrows are settled": ["11.\n12.\n1."],
    "behind blanks no message begins, behind a byte order mark one does": [
        "ONFIDENTIAL\n ZCZCXRO3",
        "\ufeffZCZCXRO575\nZCZCXRO255",
    ],
    "an instruction that would open the body behind a blank line is settled": ["NCLAS\n2.ing\n\nDE #\nSUBJECT:O"],
    "a field begins inside an instruction below a blank line too": ["ONFIDENTIAL\nSIPDIS\n\nE EO12958\nSUBJECT:N"],
    "a page mark among remarks is read with them": [
        "SUBJECT:\n\nE\n\nSIPDIS\nO 00000403 001 OF 002\nl\nREF",
        "SUBJECT:\n\nE\n\nSIPDIS\nO 00000403 001 OF 002\n-\nclasfied by",
    ],
    "a letter in parentheses that is the next of its list is no marking": [
        "ONFIDENTIAL\nSUBJECT:E\n\nB) S\n\n(C)a",
        "ONFIDENTIAL\nSUBJECT:E\n\nB) 7\n\nD\n(C)t",
        "ONFIDENTIAL\nSUBJECT:E\n\nB) 7\n\nD\n\n(C)t",
    ],
    "a marking on two lines with nothing behind it is settled": [
        "P 150715Z AUG\nFM A\nTO E\nONFIDENTIAL\nSUBJ:A\n\n1. (C\nENTIRE TEXT)",
    ],
    "a page mark may be broken before or behind OF": [
        "c o n f i d e n t i a l 407\nSUBJECT:I\n(U)9\nTO 00000407 002 OF\n002",
        "S e c r e t 614\nSubject:e\n\n.\nWa 00000614 002\nof 002",
        "S e c r e t 614\nSubject:e\n\n.\nWa 00000614 002 of\r\n002 and on",
    ],
    "the last line of prose above a ruler is a heading only where one line holds it": [
        "SECRET OSLO 12\nSUBJECT:n\n\na\ni\nthree glob denoted, Items has front the decoded of consequence the\n---",
    ],
    "routing indicators in small letters go on below a routing line": [
        "ZZ QAAA QAAA QAAA QAAA QAAA QAAA QAAA QAAAA QAAAAAAA QAAAAAAA QAAAAAAa\nDE QAAA #0 0000000\nSECRET OSLO 12\n",
        "ZZ QAAA QAAA\nqaab Qaac\nqaad\nDE QAAA #0 0000000\nSECRET OSLO 12\n\nDOE\n",
    ],
    "routing lines behind one that cannot be read are kept": ["OO RHAG U\nRELN"],
    "what is kept unread ends with a word": ["ZCZCXRO7\nD:\ne\n\n2\n\nn\n---\n---\n-\n2(C)\n-."],
    "markup hides no signature": ["4.h.\nWBE\n<b>"],
    "a marking before a surname is no sentence": ["(C)7\n(C) MEN"],
    "a heading with its ruler has a blank between them": [
        "2.Keta asks for a second crane.\n------ ZÉú\x11(TH\x00Y©M\x15\x96-\x1b\x00Õ~\x0f-------",
        "(C)----",
    ],
    "a signature stands under a heading with its ruler": ["2.\nY ----\nMO"],
    "a first paragraph that reads like Classified By is settled": ["1(C)Clasfied By"],
    "a lead at the end of lines between fields leads nothing": [
        "SUBJ:\n\nREASON:\n-",
        "SUBJ:\n\nREASON:\n- ",
        ".\nREF\n\n-- ",
    ],
    "what closes a text does so in any case of its letters": [
        "1. (C) The end.\nGRNC\neND CABLE TEXT",
        "1.\nA\nS\u0131pdis",
    ],
    "what is a closing line only under a signature is prose without one, and a heading stands above it": [
        "1.A.\nSIPDIS\n0\n\n0000AAA00000 - A\nFrom DB/Inbox:",
        "1. (C) A.\nBT\nThe End\n\nID: 7",
    ],
    "a first paragraph that reads like a reason is settled": ["(C)(A)", "(C)(A), (B)\n\n1. (C) One."],
    "words of a portion marking are one wherever the line ends": [
        "1. (C\nNF) One.",
        "-- (\nC) One.",
        "(C -\nENTIRE TEXT) One.",
        "1. (C) One.\n\n2. (S/REL\tA,\nB) Two.",
        "(C\nNF) THE END\n-------\n\n1. (C) One.",
        "SUBJECT: (C\nNF) THE END\n\n1. (C) One.",
    ],
    "no break of the lines above the first paragraph makes a field of them": [
        f"{_HEAD}OO RUDIV RUEZF RUB RUAC RUP RUPBAC RUZ RUDCPF RUBE RUDPDD RUBDBP TAGS\n\nThe minister said that.\n",
        f"{_HEAD}OO RUDIV RUEF RUFBEP RUBZA RUAEDA RUPF RUCDP RUAPP RUDD RUB Subject: X\n----\n\n1. (C) One.\n",
        f"{_HEAD}The minister said that the fisheries are not on the agenda yet. TAGS: none of them.\n\n1. (C) One.\n",
    ],
    "blanks of any sort part half a marking from the words": ["1.\n\n5. C)\tThe end.", "5. C)\xa0The", "5. SBU)\fThe"],
    "blanks of any sort at the end of a line are none": [
        "Minimize considered\nTAg\xa0",
        "UNCLAS OSLO 1\n\nSUBJECT: X\n\nREF\t\n\n1. (C) One.",
    ],
    "a stamp between two rulers is kept": ["---\nDeclassified/Released US Department of State\n---"],
    "an item of a list is no heading, though a ruler stands below it": [
        "-- The the the.\n---",
        "a. The\n---",
        "UNCLAS OSLO 1\n\n-- The\n---",
        "UNCLAS OSLO 1\nSIPDIS\nX\n(1) The\n---",
    ],
    "a remark between two fields that ends with a surname is settled": [
        "SUBJECT: X\n\n-- a bucket.\nSMITH\nClassified By: DCM Roe.",
        "SUBJECT: X\n\nA bucket. SMITH JR\nREF: OSLO 1",
    ],
    "a heading on the line of its ruler may have a marking": ["(C) ----", "(C) COMMENT ----", "( S/NF ) COMMENT ----"],
    "a number below a marking that nothing else shows to be one is settled": ["(C)\n2. E", "(C)\n2."],
    "a heading with its ruler parts what stands above it as a blank line does": [
        "1. (C) A.\n\n(C) COMMENT\n(C) ----",
        "1. (C) A.\n\nThe End\nX ----",
        "1. (C) A.\n\nX   Y\nZ   Q\nX ----",
    ],
    "a line that no break may end is none that the break above it was not meant for": [
        "CONFIDENTIAL\nSUBJECT: THE QUAY OF OSLO AND ITS CRANES, WHICH WERE ALL BUILT 1. (C) -------------------",
    ],
    "a label that a line end has cut is a label": [
        "UNCLAS OSLO 1\n\nSUBJECT: X\n\nClassified By: C\nlassified by DCM Roe, Reason 1.4 (b).\n\n1. (C) One.\n",
        "SUBJECT: X\n\nClassified By: Derived\nFrom: Der\nived From: a cable.\n\n1. (C) One.\n",
    ],
    "a first paragraph whose words are the label of Classified By, once no line end cuts it, is settled": [
        "UNCLAS OSLO 1\n\nSUBJECT: X\n\n1. (C) Classified\nBy: A. Roke, DCM.\n\n2. (C) Two.\n",
        "UNCLAS OSLO 1\n\nSUBJECT: X\n\n1. Derived\nfrom a guide.\n\n2. (C) Two.\n",
    ],
    "a ruler that a tab, a mark or a line end keeps from being one makes a heading of the words above it": [
        "1. (C) A.\n\nThe quay of Oslo\n-------\t------\n\n2. (C) B.",
        f"{_TWO_SECTIONS}1. (C) A.\n\nThe quay\n--------  OSLO 00000001  002 OF 002\n\n2. (C) B.",
        f"{_TWO_SECTIONS}1. (C) A.\n\nThe\nOSLO 00000001  002 OF 002\nquay -\t------\n\n2. (C) B.",
    ],
    "a marker that markup or a line end keeps from leading words leads them": [
        "1. (C) A.\n\n<br>\n-- If so.\n\n2. (C) B.",
        "1. (C) A.\n\n- -\nas it was.\n\n2. (C) B.",
        "1. (C) A.\n\n<br>\n--They said so.\n\n<br>\n-- 2.\n\n<br>\n-- $5 million.\n\n2. (C) B.",
        "*\nA point\n\nOSLO 00000123  002 OF 003 Words\n",
        "•\nend,\n\n-  2.\n",
        "1. (C) A.\n\n<b>(C) Summary</b>\n\n<b>SECRET</b>\n\nLIMITED  OFFICIAL USE\n\n2. (C) x\n",
        "-- \n(C)\n\nEnd.",
        "1. (C) A.\n\n<br>\n-- (C) If so.\n\n<br>\n-- 2. If so.\n\n<br>\n-- - If so.\n\n2. (C) B.",
        f"{_TWO_SECTIONS}1. A.\n\n<br>\n-- If it be\nOSLO 00000001  002 OF 002\nso.\n\n2. B.",
        f"{_TWO_SECTIONS}1. A.\n\n<br>\n-- If\nOSLO 00000001  002 OF 002\nso.\n\n2. B.",
    ],
    "a number behind a marking is that of its paragraph, wherever lines end": [
        "1. (C) A.\n\n(\nC) 2. The quay.\n\n3. (C) B.",
        "1. (C) A.\n\n(C)\n2. The quay.\n\n3. (C) B.",
        "1. (C) A.\n\n(\nC) 2.\n\n(\nC) 2. 3. B.\n\n(\nS/NF) 3. B.",
        "1. (C) First.\n\n(C)&#49;. The number",
        "1. (C) First.\n\n(SBU) <b> PARIS 00000123  002 OF 003 2. The number",
        "(C)\n2. 5\n\n2. 2.",
    ],
    "a number at the end of a joined line, with nothing behind it, begins no paragraph": [
        f"1. {'word ' * 20}2. (C)",
        f"UNCLAS OSLO 1\n\nSUBJECT: X\n\n1. (C) {'word ' * 20}2. (C)\n\nSMITH\n",
        f"UNCLAS OSLO 1\n\nSUBJECT: X\n\n1. (C) {'word ' * 20}¶2. (C)\n",
        f"UNCLAS OSLO 1\n\nSUBJECT: X\n\n1. (C) A.\n\n2. (C) {'word ' * 20}\n3. (C)",
    ],
    "a run of more lines than are read at once is one": [
        "1. (C) " + "It was open.\n" * 1150 + "\n2. (C) B.",
        "1. (C) " + "It was and\n" * 550 + "\n2. (C) B.",
        "1. (C) " + f"{'The quay ' * 14}is open.\n" * 550 + "\n2. (C) B.",
        "1. (C) " + f"{'The quay ' * 14}is and\n" * 550 + "\n2. (C) B.",
        "A      B      C\n" * 550 + "\n1. (C) A.",
    ],
    "a class line once more is no joint, whatever field was cut from the first": [
        "UNCLAS SECTION 1 OF 2 OSLO 1 E.O. 12958A\nwords\nUNCLAS SECTION 1 OF 2 OSLO 1\nmore.\nSUBJECT: X\n\n1. (C) A.",
    ],
    "a name of two words that signs no text is one line of prose": [
        "UNCLAS OSLO 1\n\nSUBJECT: X\n\nST. CLAIR\n",
        "UNCLAS OSLO 1\n\nSUBJECT: X\n\nVisit Oslo's Classified Website:\n\nST. CLAIR\n",
    ],
    "three lines over a ruler are a heading as those are that no ruler follows": [
        "1. (C) A.\n\nTHE QUAY\nOF OSLO\n- -\n------\n\n2. (C) B.",
    ],
    "a heading whose words claim something on one line is settled": [
        "1. (C) A.\n\nMINIMIZE\nCONSIDERED IN OSLO\n---\n\nX."
    ],
    "a lead whose marking is all there is leads nothing": ["EO2019\nx)\tC)", "-- (C)", "1. (C) One.\n\na. (C)"],
    "a carriage return gone astray is a blank": [
        "DE \rRUEHFR #2652/01 1711029\nINFO RUEHZL/EUROPEAN POLI\rTICAL COLLECTIVE\n",
        "C\r O N F I D E N T I A L OSLO 000001\n\nE.O. \r12958: N/A\n",
    ],
    "what stands before a further address is one itself": [
        "TO RUEHC/SECSTATE WASHDC\nIN FO RUEHZL/EUROPEAN COLLECTIVE\n"
    ],
}


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, texts in HARD_TEXTS.items() for text in texts]
)  # fmt: skip
def test_laws_of_hard_texts(rule: str, text: str) -> None:
    assert_laws(text)


@pytest.mark.parametrize("closed", [True, False])
def test_web_address_that_goes_on_is_prose(closed: bool) -> None:
    """With other words behind it an address closes no text, whatever stands before."""
    text = f"1. (U) One speaks of it{'.' if closed else ''}\nhttp://example.test is where they keep it now.\n"
    assert tg.parse(text).cable.closing == ()
    assert_laws(text)


def test_web_address_under_open_words_is_prose() -> None:
    (item,) = tg.parse("1. (U) More is found at\nhttp://example.test\nsince last year.\n\nROKE\n").cable.body
    assert item.text == "More is found at http://example.test since last year."  # type: ignore[union-attr]  # a paragraph


def test_web_address_by_itself_closes_the_text() -> None:
    broken = "http://" + 38 * "w"
    text = f"1. (U) One.\n\nVisit Oslo's Classified Website:\n{broken} wx\n\nROKE\n"
    assert tg.parse(text).cable.closing == ("Visit Oslo's Classified Website:", f"{broken}wx")


HEAD = (
    "VZCZCXRO0457\nOO RUEHDBU\nDE RUEHFR #2652/01 1711029\nZNY CCCCC ZZH\nO 201029Z JUN 07\nFM AMEMBASSY PARIS\n"
    "TO RUEHC/SECSTATE WASHDC IMMEDIATE 8372\nINFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE\n"
    "C O N F I D E N T I A L PARIS 002652\n\nSIPDIS\n\nE.O. 12958: DECL: 06/20/2017\nTAGS: PREL\nSUBJECT: NETS\n\n"
    "Classified By: A. Roke for reasons 1.4 (b).\n\n1. (C) One.\n\nROKE\n"
)


@pytest.mark.parametrize("blank", [" ", "\t", "\r", "\f", "\xa0"])
@given(data=st.data())
def test_one_more_blank_costs_no_more_than_its_line(blank: str, data: st.DataObject) -> None:
    """The subject and the body are read wherever a blank of any sort has come between two characters of the head."""
    place = data.draw(st.integers(0, HEAD.index("SUBJECT")))
    text = HEAD[:place] + blank + HEAD[place:]
    cable = tg.parse(text).cable
    assert cable.subject == "NETS"
    assert len(cable.body) == 1
    assert_laws(text)


LINES = HEAD.split("\n")
#: The lines of the head, blank ones aside.
HEAD_LINES = [place for place, line in enumerate(LINES[: LINES.index("1. (C) One.")]) if line]
#: What each of them prints.
FIELDS = (
    "transmission", "dtg", "precedence", "originator", "action", "info", "classification", "captions",
    "executive_order", "tags", "subject", "classified_by",
)  # fmt: skip
#: Lines of the heading that are taken for instructions below the classification, with what they print.
INSTRUCTIONS = {4: {"dtg", "precedence"}, 5: {"originator"}, 6: {"action"}, 7: {"info"}}
#: A class line at the very top is the banner of a print-out; below all fields it, or a caption, is a repeated head.
OTHERWISE = {(8, 0): {"classification"}, (8, 16): {"classification"}, (10, 16): {"captions"}}


def printed(text: str) -> set[str]:
    """The fields that a text prints as its cable has them."""
    document = tg.parse(text)
    assert "TG011" not in {found.code for found in document.diagnostics}
    return {name for name in FIELDS if getattr(document.cable, name)}


@pytest.mark.parametrize("place", HEAD_LINES)
def test_a_line_of_the_head_is_read_wherever_in_it_it_stands(place: int) -> None:
    """A line out of its place keeps no other one from being read, whichever line it is and wherever it stands."""
    for target in range(HEAD_LINES[-1] + 1):
        lines = [*LINES[:place], *LINES[place + 1 :]]
        lines.insert(target, LINES[place])
        missing = set(FIELDS) - printed("\n".join(lines))
        allowed = OTHERWISE.get((place, target)) or (INSTRUCTIONS.get(place) if target >= LINES.index("") - 1 else None)
        assert not missing or missing == allowed, (target, missing)


@pytest.mark.parametrize("place", HEAD_LINES)
def test_a_line_of_the_head_that_stands_twice_is_read_once(place: int) -> None:
    text = "\n".join([*LINES[:place], LINES[place], *LINES[place:]])
    assert printed(text) == set(FIELDS)
    assert_laws(text)


@pytest.mark.parametrize("place", range(9, 13))
def test_a_stray_bt_ends_nothing(place: int) -> None:
    """BT between addresses, or below the classification, is a line of the frame out of its place (ACP 127 Annex B)."""
    text = "\n".join([*LINES[:place], "BT", *LINES[place:]])
    whole, document = tg.parse(HEAD).cable, tg.parse(text)
    assert document.cable == whole
    assert [found.code for found in document.diagnostics if found.code.startswith("TG0")] == ["TG008"]


def test_a_line_set_aside_inside_a_field_stands_behind_that_field() -> None:
    text = HEAD.replace("SUBJECT: NETS\n", "SUBJECT: NETS AND THE\nSUBJECT: NETS AND THE\nBOATS\n")
    cable = tg.parse(text).cable
    assert cable.subject == "NETS AND THE BOATS"
    assert cable.unread == (tg.Unread("SUBJECT: NETS AND THE", "subject"),)


def test_a_date_between_addresses_begins_no_second_heading() -> None:
    text = HEAD.replace(f"{LINES[4]}\n", "").replace("INFO ", f"{LINES[4]}\nINFO ")
    cable = tg.parse(text).cable
    assert cable == tg.parse(HEAD).cable
    assert cable.readdressal is None


TOP = "\n".join(LINES[:7])


@pytest.mark.parametrize(
    ("text", "subject", "passing"),
    [
        (
            "UNCLAS OSLO 000123\nSUBJECT: VISIT OF CODEL X\nTO PARIS, JUNE 3-5\n",
            "VISIT OF CODEL X TO PARIS, JUNE 3-5",
            (),
        ),
        ("UNCLAS OSLO 000123\nSUBJECT: VISIT OF CODEL X\nFM THE MINISTER\n", "VISIT OF CODEL X FM THE MINISTER", ()),
        (f"{TOP}\nUNCLAS PARIS 000123\nTO AMBASSADOR FROM ROKE\nSUBJECT: X\n", "X", ("TO AMBASSADOR FROM ROKE",)),
    ],
)
def test_words_below_a_line_of_the_text_head_are_no_heading(text: str, subject: str, passing: tuple[str, ...]) -> None:
    """FM, TO and INFO begin many a line: it takes more than one of them for a heading that goes on."""
    document = tg.parse(f"{text}\n1. (U) One.\n")
    assert (document.cable.subject, document.cable.passing, document.cable.unread) == (subject, passing, ())
    assert not [found.code for found in document.diagnostics if found.code.startswith("TG0")]


def test_a_field_between_addresses_without_routing_indicator_is_read() -> None:
    """In telegrams before 1980 BT tells that the heading goes on (ACP 127 section 142)."""
    text = (
        "R 141630Z OCT 75\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nTAGS: EFIS\nAMEMBASSY LONDON\nBT\nUNCLAS OSLO 1743\n"
    )
    cable = tg.parse(f"{text}E.O. 11652: N/A\nSUBJECT: X\n\n1. One.\n").cable
    assert [one.name for one in cable.action if isinstance(one, tg.Addressee)] == [
        "SECSTATE WASHDC",
        "AMEMBASSY LONDON",
    ]
    assert cable.tags == (tg.Tag("EFIS"),)
    assert cable.classification is not None


STAMP = "Jane Doe Declassified/Released US Department of State EO Systematic Review 04 MAY 2006"
REMARK = "UNCLAS OSLO 000123\nSUBJECT: X\n\nOne.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{REMARK}REF: OSLO 1\n\nVisit Oslo's Classified Website:\n\nDOE\n",
        f"{REMARK}REF: OSLO 1\n\nDOE\n",
        f"{REMARK}\nREF: OSLO 1\nClassified By: DCM Jane Doe\n\nDOE\n",
    ],
)
def test_a_remark_between_fields_is_text_enough_for_a_signature(text: str) -> None:
    """Canonical text puts it under the fields: a name that stands alone there is signed to it (practice)."""
    document = tg.parse(text)
    assert (document.cable.body, document.cable.signature) == ((tg.Paragraph("One."),), "DOE")
    assert not [found for found in document.diagnostics if found.code == "TG011"]


def test_a_wrapped_subject_is_no_remark() -> None:
    """A name alone below it is signed to nothing."""
    cable = tg.parse("UNCLAS OSLO 000123\nSUBJECT: X\nAND Y\n\nVisit Oslo's Classified Website:\n\nDOE\n").cable
    assert (cable.body, cable.signature) == ((tg.Paragraph("DOE"),), None)


def test_what_is_kept_unread_is_read_so_again_only_where_it_is_in_doubt_again() -> None:
    """`parse` asks whether a reading lasts only of one in doubt: so must what proves that a piece stays unread."""
    text = "000000A JAN\nS E C R E T OSLO 000000\nSUBJECT:\n\nThe the.\nClassified By: DCM Jane Doe,\n\nDOE\n"
    for broken in (text, text.replace("DOE\n", "DOE DOE\n\nDOE\n"), text.replace("\nDOE\n", "\n(U) DOE\n")):
        cable = tg.parse(broken).cable
        assert tg.parse(tg.render(cable)).cable == cable


@pytest.mark.parametrize("between", ["", f"{STAMP}\n\n"])
def test_a_banner_ends_with_its_line(between: str) -> None:
    """Countries of a banner ("SECRET//REL SAU") stand on its own line (practice: 6 cables)."""
    document = tg.parse(f"S E C R E T OSLO 000123\nSECRET/AA\n\n{between}DOE\n")
    assert (document.cable.captions, document.cable.body) == (("SECRET/AA",), (tg.Paragraph("DOE"),))
    assert not [found for found in document.diagnostics if found.code == "TG011"]


@pytest.mark.parametrize("heading", ["", "R 010001Z JAN 01\nFM OSLO\nTO RUEHC/AMEMBASSY\nBT\n"])
@pytest.mark.parametrize("closer", ["Minimize considered", "End Cable Text", "#1234", "BT", "NNNN"])
@pytest.mark.parametrize("joint", ["SIPDIS", "S E C R E T"])
@pytest.mark.parametrize("opening", ["-- The first", "The first", "1. The first"])
def test_below_what_closes_a_text_no_text_head_goes_on(heading: str, closer: str, joint: str, opening: str) -> None:
    """Without a field only captions tell where the text head ends, and a joint of sections looks like one."""
    for gap in ("", "\n"):
        text = f"{heading}S E C R E T OSLO 000123\n{gap}{opening}\nand more\n{closer}\nof it\n{joint}\nand the rest.\n"
        document = tg.parse(text)
        assert not [found for found in document.diagnostics if found.code == "TG011"]
        assert tg.parse(tg.render(document.cable)).cable == document.cable
        assert document.cable.classification is not None


def test_a_lone_pilcrow_inside_a_sentence_parts_nothing() -> None:
    """A pilcrow alone on its line is noise (converted texts): canonical text has a blank line or nothing there."""
    document = tg.parse("UNCLAS OSLO 000123\nSUBJECT: X\n\n1. (C) The\n¶\nwords go on.\n¶\nAnd more.\n")
    assert document.cable.body == (
        tg.Paragraph("The words go on.", 1, tg.PortionMarking("C")),
        tg.Paragraph("And more."),
    )
    assert [found.code for found in document.diagnostics] == ["TG604", "TG604"]
    assert tg.parse(tg.render(document.cable)).cable == document.cable


def test_an_interrupted_line_that_would_be_a_heading_is_in_doubt() -> None:
    """On one line, as canonical text has it, its words are a heading (practice: 844 plain ones)."""
    text = f"UNCLAS OSLO 000123\nSUBJECT: X\n\n(U) One.\n\nthe the,\nSIPDIS\n\nHEADING\n{STAMP}\n1. (C) Two.\n"
    cable = tg.parse(text).cable
    assert tg.parse(tg.render(cable)).cable == cable


def test_no_first_line_ends_in_a_ruler_where_a_long_token_pushes_the_break_back() -> None:
    """It would be a heading with its ruler (practice: 21 cables)."""
    words = "The the ----- the http://www.example.gov/a/rather/long/path/that/no/line/can/hold/at/all.html the the."
    cable = tg.Cable(subject="X", body=(tg.Paragraph("One.", 1), tg.Paragraph(words), tg.Paragraph("Two.", 2)))
    assert tg.parse(tg.render(cable)).cable == cable


CLASSIFIED = "C O N F I D E N T I A L OSLO 000123\n"
MARK = "OSLO 00000123  002 OF 002\n"
LONG = "of the visit and the meeting behind it, with all that followed from"


@pytest.mark.parametrize(
    "text",
    [
        # a heading of one long line goes on with a sentence: in canonical text it would have two
        f"SUBJECT: X\n\nwords and\n\n{LONG} it\n-----\n",
        # a heading of many lines between rulers, with its marking
        f"SUBJECT: X\n(U) {LONG} the king.\n{LONG} the queen -- And so\n=====\n".replace("king.\n", "king. "),
        # the mark of a later section above a field stands behind all of them: what follows goes on with none
        f"SUBJECT: X\n{MARK}PARIS AND A\n\nd  e   f\n",
        f"{MARK}SUBJECT: X\n* of\n\n(B) the cable.\n",
        # words behind a mark that would claim something, or sign the text, on a line of their own
        f"SUBJECT: X\n\nwords of\n{MARK}visit The visit\nVisit Oslo's Classified Website:\n",
        f"SUBJECT: X\n\n1) words of\n{MARK}a) \nvisit them and go on\n",
        f"SUBJECT: X\n\nThe visit\n(C) {MARK}cable\n",
        # prose with the words of a field behind a table
        "SUBJECT: X OF\n\nd  e   f\ng  h   i\nNNNN\nTAGS E.O. E.O.\n",
        # a label inside a wrapped line, behind the end of a page or a blank line
        (
            "E.O. 12958: DECL: after the visit\nPAGE 02        RUEHNY  0001  010001Z\n"
            "visit the of TAGS The The (U) XXXXXXXXXXXX\nTAGS: PREL PGOV\nSUBJECT: THE VISIT,\n"
        ),
        "E.O. 12958: DECL: after the visit\n\nof TAGS The end.\nTAGS: PREL\nSUBJECT: X\n",
        # a label of which the words stand on two lines
        "E.O. 12958: N/A\nof PARIS, Mr. TAGS\nE.O. end.\nTAGS PREL\nSUBJECT: X\n",
        "SUBJECT: X\nClassified\nBy: DCM Jane Doe\n",
        "SUBJECT: THE VISIT,\n\nAND MORE REF: (A) OSLO 1 (B) PARIS 2\nClassified By: DCM Jane Doe\n",
        # a heading of two lines in small letters, below open words
        f"SUBJECT: X\n\n(1) The a\n-----\n{LONG} it and went on\n=====\n",
        # words above a lone stop at the end of the text, of which the last could sign it
        (
            "SUBJECT: X\n1. (C) cable 2006 visit The XXXXXXXXXXXX end. The visit ROME The end. end.\n"
            "visit visit cable visit cable The the The The By the 1. cable\n\n.\n"
        ),
        # a letter goes on with its list behind a head that was repeated
        "SUBJECT: X\n\n(B) The visit\nS E C R E T\n(C) EUR/WE the The\n",
        # a label is no name
        "SUBJECT: X OF\n\n(A) end. end. REF\n",
        # a marked line that an interruption kept from being a heading
        f"SUBJECT: X\n(C) \n{MARK}The SUBJECT a the of\n\n1. The A.\n",
    ],
)
def test_what_is_read_can_be_printed(text: str) -> None:
    """No cable that `parse` returns is refused; each of these was, found among fields and noise in any order."""
    cable = tg.parse(f"{CLASSIFIED}{text}").cable
    assert tg.parse(tg.render(cable)).cable == cable


def test_a_field_goes_on_behind_the_stamp_of_a_page() -> None:
    """An archive's stamp stands at the foot of a page, and the head of the next below it (telegrams of 1973-79)."""
    for page in (f"{STAMP}\n", f"\n{STAMP}\n\n", f"{STAMP}\nPAGE 02 OSLO 00123\n", f"\n{STAMP}\n\n{MARK}\n"):
        cable = tg.parse(f"{CLASSIFIED}SUBJECT: THE VISIT AND\n{page}MORE\n\n1. One.\n").cable
        assert (cable.subject, cable.notices) == ("THE VISIT AND MORE", (STAMP,) if STAMP in page else ())
        assert tg.parse(tg.render(cable)).cable == cable


@pytest.mark.parametrize(
    ("field", "name", "value"),
    [
        ("SUBJECT: THE VISIT OF THE KING\nAND BACK", "subject", "THE VISIT OF THE KING AND BACK"),
        ("TAGS: PREL PGOV\nUNSC", "tags", (tg.Tag("PREL"), tg.Tag("PGOV"), tg.Tag("UNSC"))),
        ("REF: A. OSLO 1\nB. OSLO 2", "references", (tg.Reference("OSLO 1", "A"), tg.Reference("OSLO 2", "B"))),
    ],
)
def test_a_field_out_of_its_place_is_read_with_its_further_lines(field: str, name: str, value: object) -> None:
    """Practice: `Minimize considered` stands among the fields, and the whole field below it is one."""
    document = tg.parse(f"{CLASSIFIED}Minimize considered\n{field}\n\n1. One.\n")
    assert getattr(document.cable, name) == value
    assert document.text_of(name) == field
    assert [found.code for found in document.diagnostics] == ["TG008"]
    assert tg.parse(tg.render(document.cable)).cable == document.cable


@pytest.mark.parametrize("place", ["ROME", "RABAT", "QATAR"])
def test_a_place_among_addresses_is_no_routing_indicator(place: str) -> None:
    """Indicators begin with R or Q too (ACP 117); below an address a line goes on with the addresses."""
    text = f"R 010001Z JAN 75\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n{place}\nINFO AMEMBASSY PARIS\n"
    document = tg.parse(f"{text}UNCLAS OSLO 000123\nSUBJECT: X\n\n1. One.\n")
    names = [one.name for one in document.cable.action if isinstance(one, tg.Addressee)]
    assert (names, document.diagnostics) == (["SECSTATE WASHDC", place], ())
    assert tg.parse(tg.render(document.cable)).cable == document.cable


def test_a_ruler_with_the_next_paragraph_on_its_line_is_that_of_the_heading_above() -> None:
    """Practice: publishers join lines."""
    words = "Own words that say when it was that the visit took place, and why. " * 3
    document = tg.parse(f"{_HEAD}1. (S) One.\n\nCodes Files\n-----------  ¶2. (S) {words}\n")
    assert [type(item) for item in document.cable.body] == [tg.Paragraph, tg.Heading, tg.Paragraph]
    assert [found.code for found in document.diagnostics if found.code == "TG302"] == ["TG302"]
    assert tg.parse(tg.render(document.cable)).cable == document.cable


def test_several_reference_lines_that_read_as_one_are_in_no_doubt() -> None:
    """Practice: REF A and REF B on lines of their own; what is in doubt is laid out and read again."""
    text = f"{CLASSIFIED}E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: X\n\nREF A OSLO 1\nREF B OSLO 2\n\n1. One.\n"
    reading = read(text)
    assert not reading.doubtful
    assert [one.text for one in reading.document.cable.references] == ["OSLO 1", "OSLO 2"]


def test_a_ruler_without_a_heading_above_it_is_left_to_its_lead() -> None:
    """A paragraph may be withheld, and printed as dashes."""
    words = "Own words that say when it was that the visit took place, and why. " * 3
    cable = tg.parse(f"{_HEAD}1. (U) One.\n\n2. (C) ------- 3. (C) {words}\n").cable
    assert [item.text for item in cable.body if isinstance(item, tg.Paragraph)] == ["One.", "-------", words.strip()]


@pytest.mark.parametrize("lines", [499, 500, 501, 1150])
def test_a_paragraph_of_more_lines_than_are_read_at_once_is_one(lines: int) -> None:
    prose = "It was open.\n" * lines
    body = tg.parse(f"{_HEAD}1. (U) {prose}\n2. (U) Two.\n").cable.body
    assert [item.text.count("open.") for item in body if isinstance(item, tg.Paragraph)] == [lines, 0]


def test_behind_a_marking_words_claim_nothing() -> None:
    text = f"{_HEAD}1. (U) One.\n\n(C) I. Internal Politics\nand the Economy\n---------------\n\n2. (U) Two.\n"
    heading = tg.Heading("I. Internal Politics and the Economy", tg.PortionMarking("C"))
    assert tg.parse(text).cable.body[1] == heading


def test_signs_parted_by_tabs_are_a_line_of_a_table() -> None:
    rows = ["Name\tNumber\tSex", "-----\t------\t---", "Foo\t3\tm", "-----\t-----", "Sum\t7\tx"]
    body = tg.parse(f"{_HEAD}1. (U) One.\n\n" + "\n".join(rows) + "\n\n2. (U) Two.\n").cable.body
    assert [type(item) for item in body] == [tg.Paragraph, tg.Table, tg.Paragraph]


def test_a_section_begins_with_a_marking_that_stood_before_its_mark() -> None:
    text = "UNCLAS DOHA 000502\n\nSUBJECT: X\n\n1. X Y.\n\n(\nC)\nDOHA 00000502 003 OF 003\nbegin decoded.)"
    cable = tg.parse(text).cable
    assert (cable.section_starts[0].item, cable.section_starts[0].offset) == (1, 0)


def test_a_stray_line_among_remarks_is_reported_once() -> None:
    text = f"{CLASSIFIED}SUBJECT: X\n\nREF: OSLO 1\n\nThe cable\nBT\nand the visit.\nClassified By: DCM Jane Doe\n"
    document = tg.parse(text)
    assert [found.code for found in document.diagnostics if found.code == "TG112"] == ["TG112"]
    assert document.cable.body == (tg.Paragraph("The cable and the visit."),)


def test_only_its_own_lines_go_on_with_a_field_out_of_its_place() -> None:
    """A reason goes on with Classified By alone (5 FAH-1 H-246.3)."""
    cable = tg.parse(f"{CLASSIFIED}Minimize considered\nSUBJECT: X\nREASON: 1.4 (B)\n\n1. One.\n").cable
    assert "REASON" not in (cable.subject or "")  # alone it is none of the fields
    text = f"{CLASSIFIED}Minimize considered\nClassified By: DCM Jane Doe\nREASON: 1.4 (B)\n\n1. One.\n"
    classified_by = tg.parse(text).cable.classified_by
    assert isinstance(classified_by, tg.ClassifiedBy)
    assert classified_by.text == "DCM Jane Doe REASON: 1.4 (B)"


def test_many_reference_lines_that_do_not_last_are_kept_unread() -> None:
    cable = tg.parse(f"{CLASSIFIED}SUBJECT: X\n" + "REF: OSLO 1\nA. OSLO 2\n" * 200).cable
    assert tg.parse(tg.render(cable)).cable == cable


def test_a_field_that_begins_behind_a_remark_is_no_part_of_it() -> None:
    cable = tg.parse("Clasfied By\n\n1\nSIPDIS\n\nO words here EO12958\nTAG\n/").cable
    assert cable.executive_order is not None
    assert cable.body[1] == tg.Paragraph("O words here")


def test_a_number_above_a_marking_of_its_own_line_is_prose() -> None:
    cable = tg.parse(f"{_HEAD}1. (C) Words.\n5.\n(C) Words of it.\n").cable
    marking = tg.PortionMarking("C")
    assert cable.body == (tg.Paragraph("Words. 5.", 1, marking), tg.Paragraph("Words of it.", None, marking))
    cable = tg.parse(f"{_HEAD}1. (C) One.\n\n2. (C\n) Two.\n").cable
    assert cable.body == (tg.Paragraph("One.", 1, marking), tg.Paragraph("Two.", 2, marking))


def test_an_indented_closing_line_right_below_words_goes_on_with_them() -> None:
    cable = tg.parse(f"{_HEAD}1. (C) One.\n\n2. (U)\n   http://www.example.org/p/\n").cable
    assert cable.body[1] == tg.Paragraph("http://www.example.org/p/", 2, tg.PortionMarking("U"))


def test_a_transmission_ends_with_its_last_line_where_another_is_missing() -> None:
    heading = "RR RUEHBC\nDE RUEHDK #0274 0641540\nBT\nFM AMEMBASSY DAKAR\nR 051540Z MAR 09\nTO SECSTATE WASHDC\n"
    document = tg.parse(f"{heading}UNCLAS DAKAR 000274\n\nSUBJECT: X\n\n1. One.\n")
    assert document.text_of("transmission") == "RR RUEHBC\nDE RUEHDK #0274 0641540"


@pytest.mark.parametrize("blanks", ["", "\n", "\n\t\n"])
def test_a_transmission_does_not_reach_over_what_was_set_aside_below_it(blanks: str) -> None:
    document = tg.parse(f"\nVZCZCXRO7496\n--\nREF: a.{blanks}")
    assert document.text_of("transmission") == "VZCZCXRO7496"
    assert [one.after for one in document.cable.unread] == ["transmission"]
    assert_laws(document.source)


@pytest.mark.parametrize("blanks", [" ", "\t", "  ", "\xa0\t"])
def test_a_dash_before_a_number_is_taken_off_with_its_blanks(blanks: str) -> None:
    text = f"{_HEAD}1. (C) One.\n\n-{blanks}2. (C) Two.\n"
    document = tg.parse(text)
    assert [item.number for item in document.cable.body if isinstance(item, tg.Paragraph)] == [1, 2]
    assert tg.fix(text, select="TG603")[0] == f"{_HEAD}1. (C) One.\n\n2. (C) Two.\n"
