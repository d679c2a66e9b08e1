"""Sentence breaks that are easily got wrong; ¦ marks every break, sentences are our own."""

import pytest

from audit.segment.sentences import sentences

CASES = {
    "en": """
Dr. Alma Reed met Mr. Okoro at noon. ¦ They spoke for an hour.
The surgeon N. I. Pirogov was born here. ¦ He died far away.
Lt. Gen. Ada Moss and Sen. Paul Grant flew to St. Louis. ¦ Nobody met them.
The train left at 5 p.m. and came at 9 a.m. on Sept. 12. ¦ It was empty.
The U.S. Senate voted late. ¦ It was over by ten.
She works in the U.S. ¦ He does not.
See No. 5 and Fig. 3 on pp. 12. ¦ Then go on.
He took vitamin C. ¦ It helped.
J.K. Marlow wrote it. ¦ We read it.
Wait... what is that? ¦ Nothing.
“Go now!” she said. ¦ He went.
He said: “We won. We are free.” ¦ Then he left.
(Nobody believed her.) ¦ Then the rain came.
It cost 3.5 million, i.e. too much, e.g. for Lima. ¦ They paid.
Acme Inc. said so. ¦ Its shares fell.
She holds a Ph.D. in law. ¦ He holds none.
Yahoo! was first. ¦ Others followed.
Apples, pears, etc. ¦ They sold them all.
The first point. ¦ 1) Third things. ¦ 2) Fourth things.
He said no. ¦ The end.
""",
    "de": """
Am 12. September kam Dr. Weber an. ¦ Er blieb lange.
Der 1. FC Nordheim spielte gut. ¦ Er verlor trotzdem.
Im 19. Jahrhundert war das anders. ¦ Damals gab es Zölle.
Das gilt z. B. für Köln und u. a. für Bonn. ¦ Mehr wissen wir nicht.
Das kostet ca. 5 Mio. Euro bzw. 6 Mrd. Dollar. ¦ Niemand zahlt.
Karl V. war Kaiser. ¦ Er dankte ab.
Die Partei kam auf Platz 3. ¦ Dann zerfiel sie.
Am 3. 10. 2020 war Feiertag. ¦ Es regnete.
„Wir haben gewonnen. Wir sind frei.“ ¦ Dann ging er.
Prof. Dr. h. c. Anna Lang sprach in St. Pölten. ¦ Alle hörten zu.
Rom fiel 476 n. Chr. und blieb lange leer. ¦ Später wuchs es.
Er kam um 20.15 Uhr. ¦ Das Spiel begann.
Vgl. Abs. 2 und Art. 5 Nr. 3. ¦ Das genügt.
Dipl.-Ing. Hans Moser plante die Brücke. ¦ Sie steht.
Sie kam ... und ging. ¦ Niemand sah sie.
Er tat es so. ¦ Der Rest ist bekannt.
Äpfel, Birnen usw. ¦ Das war alles.
""",
    "fr": """
M. Dupin et Mme. Morel sont venus. ¦ Ils sont repartis.
MM. Petit et Roux ont voté. ¦ Le texte passe.
Le Dr. Hanin a parlé le 3 janv. à Lyon. ¦ On l'a cru.
Mgr. Paul est né en 40 av. J.-C. selon lui. ¦ Personne ne rit.
J.-C. Morand préside. ¦ Il est seul.
« Nous avons gagné. Nous sommes libres. » ¦ Il partit.
Voir p. 5, chap. 2, art. 4. ¦ Cela suffit.
C'est cher, p. ex. à Paris, c.-à-d. trop. ¦ On paie.
Des pommes, des poires, etc. ¦ Il a tout vendu.
Attendez... que faites-vous ? ¦ Rien.
« Partez ! » dit-elle. ¦ Il partit.
Ajoutez 2 c. à soupe d'huile. ¦ Servez.
St. Denis et Ste. Anne sont loin. ¦ La route est longue.
Le prix est de 3.5 euros env. le kilo. ¦ C'est peu.
Me. Dupond plaide. ¦ Elle gagne.
""",
    "es": """
El Sr. Gil y la Dra. Paz llegaron. ¦ Se fueron pronto.
EE. UU. votó en contra. ¦ El texto cayó.
Viajó a EE.UU. ¦ Él no volvió.
Vea la pág. 5 y el núm. 3. ¦ Es breve.
¿Qué pasó? ¦ ¡Nada! ¦ Se fue.
«Ganamos. Somos libres». ¦ Se marchó.
El Gral. Ruiz y el Cnel. Mora hablaron. ¦ Nadie escuchó.
Nació en 44 a. C. en Roma. ¦ Murió allí.
Es caro, p. ej. en Madrid. ¦ Todos pagan.
Manzanas, peras, etc. ¦ Los vendió todos.
Ud. sabe que aprox. 5 vinieron. ¦ Los demás no.
Vive en la Avda. Sol. ¦ Es lejos.
Dijo que no. ¦ Después calló.
Espere... ¿qué hace? ¦ Nada.
D. Juan y Dña. Ana cenaron. ¦ Fue tarde.
""",
    "ru": """
Это было 12 сент. 2023 г. в Туле. ¦ Шёл дождь.
Н. И. Пирогов родился здесь. ¦ Он умер далеко.
Он родился в 2005 г. ¦ Он живёт в Орле.
Яблоки, груши и т. д. лежали рядом. ¦ Никто их не ел.
Дом на ул. Мира, д. 5 сгорел. ¦ Жильцы спаслись.
Цена 5 тыс. руб. за тонну. ¦ Она выросла.
«Мы победили. Мы свободны». ¦ Он ушёл.
— Да! — сказал он. ¦ — Нет.
Он ждал... но никто не пришёл. ¦ Стемнело.
Акад. Иванов и ген. Петров спорили. ¦ Потом ушли.
А. С. Громов и проф. Ли приехали. ¦ Их встретили.
Завод им. Ленина закрыт. ¦ Рабочие ушли.
Это мы сказали им. ¦ Они молчали.
В XIX в. здесь был лес. ¦ Его вырубили.
Яблоки, груши и др. ¦ Он всё съел.
Было 3.5 млн. жителей. ¦ Теперь меньше.
См. рис. 5 на стр. 7. ¦ Там всё видно.
""",
    "uk": """
Це було 12 вер. 2023 р. у Луцьку. ¦ Йшов дощ.
Т. Г. Шевченко жив тут. ¦ Він помер далеко.
Він народився у 2005 р. ¦ Він живе в Києві.
Дім на вул. Франка згорів. ¦ Люди врятувалися.
Театр ім. Лесі Українки закрито. ¦ Актори пішли.
Яблука, груші і т. д. лежали поруч. ¦ Ніхто не їв.
Ціна 10 тис. грн. за тонну. ¦ Вона зросла.
«Ми перемогли. Ми вільні». ¦ Він пішов.
— Так! — сказав він. ¦ — Ні.
Він чекав... але ніхто не прийшов. ¦ Стемніло.
Проф. Ковальчук і ген. Бойко сперечалися. ¦ Потім пішли.
Див. рис. 5 на с. 7. ¦ Там усе видно.
У XIX ст. тут був ліс. ¦ Його вирубали.
Живе в смт. Ясна, буд. 5, кв. 3. ¦ Його знають.
Було 3.5 млн. жителів. ¦ Тепер менше.
Він написав лист. ¦ Він мовчав.
""",
    "pl": """
Dnia 12. września przyjechał prof. Nowak. ¦ Został długo.
Dr hab. Ewa Lis i inż. Jan Kos mówili. ¦ Nikt nie słuchał.
Mieszka na ul. Długiej 5. ¦ To daleko.
Gen. Nowak i płk. Kowal odeszli. ¦ Nikt ich nie żegnał.
To np. Kraków, tzw. stolica. ¦ Byliśmy tam.
Kosztuje ok. 5 mln. zł. za sztukę. ¦ Nikt nie płaci.
W 2023 r. przyjechał do nas. ¦ Potem wyjechał.
Jabłka, gruszki itd. leżały obok. ¦ Nikt nie jadł.
Firma sp. z o.o. upadła. ¦ Ludzie odeszli.
Czekał... ale nikt nie przyszedł. ¦ Ściemniło się.
J. K. Rudnicki pisał. ¦ My czytaliśmy.
Św. Jan i ks. Piotr żyli tu. ¦ Dawno temu.
M.in. dlatego przegrał. ¦ On tego nie wie.
„Idź!” powiedziała. ¦ Poszedł.
Zob. rys. 5 na str. 7. ¦ Tam wszystko widać.
""",
    "cs": """
Dne 12. září přijel Ing. Novák. ¦ Zůstal dlouho.
Ve 20. století to bylo jinak. ¦ Tehdy byl mír.
Bydlí na nám. Míru. ¦ Je to daleko.
Mgr. Jan Kos a JUDr. Eva Malá mluvili. ¦ Nikdo neposlouchal.
To je např. Praha, tj. hlavní město. ¦ Byli jsme tam.
Stojí to cca. 5 mil. Kč za kus. ¦ Nikdo neplatí.
Karel IV. byl král. ¦ Zemřel v Praze.
Dne 5. 10. 2020 přišel. ¦ Pršelo.
„Vyhráli jsme. Jsme volní.“ ¦ Odešel.
Čekal... ale nikdo nepřišel. ¦ Setmělo se.
Jablka, hrušky atd. ležely vedle. ¦ Nikdo nejedl.
Sv. Václav a gen. Pavel zde žili. ¦ Dávno.
Má titul Ph.D. a nic víc. ¦ Stačí mu to.
Firma s.r.o. zanikla. ¦ Lidé odešli.
J. K. Tyl psal hry. ¦ My je čteme.
Viz obr. 5 na str. 7. ¦ Tam je vše.
""",
    "zh": """
他说了话。¦然后他走了。
真的吗？¦是的！
他说：“我们赢了。”¦大家都笑了。
价格是3.5元。¦不贵。
约翰·F.肯尼迪来过。¦他走了。
A.B.公司破产了。¦没有人知道。
好……不好。¦算了。
“好！”¦他说：“走吧。”
（这是第二。）¦第三点很长。
第五；第六。¦完了。
他說「好。」¦大家走了。
《三体》出版了。¦读者很多。
Dr. Wang 来了。¦他很忙。
""",
    "ja": """
彼は来た。¦そして去った。
本当？¦はい！
彼は「勝った。」と言った。¦みんな笑った。
「すごい！」と彼女は叫んだ。¦誰もいない。
価格は3.5億円だ。¦高い。
『はい。』¦次の人。
彼は『行く。』と述べた。¦雨だった。
ほんと……だ。¦困った。
（これは文です。）¦次の文です。
Dr. 田中は来た。¦忙しい。
東京は雨。¦大阪は晴れ。
「そうだ。」という声がした。¦静かだ。
え？！¦まさか。
""",
    "ar": """
قال د. أحمد ذلك. ¦ ثم ذهب.
هل جاء؟ ¦ نعم! ¦ لقد جاء.
جاء أ. د. سامي اليوم. ¦ وتكلم طويلا.
قال: «فزنا. نحن أحرار». ¦ ثم ذهب.
وصل م. علي إلى بغداد. ¦ كان متعبا.
انظر ص. 5 من الكتاب. ¦ هناك كل شيء.
عاش في 44 ق.م. في روما. ¦ ومات هناك.
السعر 3.5 دولار. ¦ هذا قليل.
قال ت. س. إليوت شعرا. ¦ قرأناه.
جاء الأول؛ ثم الثاني. ¦ انتهى.
قال: "نعم. لا." ¦ ثم ذهب.
كتب إلى ص.ب. 12 في عمان. ¦ لم يرد أحد.
""",
}

TABLE = [(lang, case) for lang, cases in CASES.items() for case in cases.strip().splitlines()]


@pytest.mark.parametrize(("lang", "case"), TABLE)
def test_breaks(lang: str, case: str) -> None:
    expected = [part.strip() for part in case.split("¦")]
    text = case.replace("¦ ", "").replace("¦", "")
    assert [text[start:end] for start, end in sentences(text, lang)] == expected


@pytest.mark.parametrize("lang", CASES)
def test_every_target_language_has_a_dozen_cases(lang: str) -> None:
    assert len(CASES[lang].strip().splitlines()) >= 12
