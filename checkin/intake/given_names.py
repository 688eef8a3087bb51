"""Given names that people in France bear, folded: they tell « Martin Sophie » from « Sophie Martin ».

Not a register: a name that is missing costs only a guess at the order of two words in the same case.
`EITHER` are given names that are as often family names; `FAMILIES` stand first where they come from.
"""

from checkin.intake.patterns import word_set

GIVEN = word_set("""
abdallah abdel abdelaziz abdelhamid abdelkader abdelkarim abdellah abdelmajid abdou abdoul abdoulaye abou
aboubacar achille achraf adama adel adelaide adele adeline adil adnan adriana adriano adrien adrienne afonso
agathe agnes ahlem ahmad ahmed aicha aida aime aimee aissa aissata aissatou akim akira alain alan alassane
alban alberic albertine alberto alejandro aleksander alessandra alessandro alessia alex alexander alexandra
alexei alexia alexis alfonso alfredo alice aliette alima alina aline aliou alioune alison alix alizee almamy
alpha alphonse alvaro amadou amal amandine amar amara amaury ambre amel amelia amelie amer amina aminata
amine amir amira amy ana anais anass anastasia anatole anatoli andrea andreas andree andrei andres andrew
andrzej andy ange angela angele angelina angeline angelique angelo anh anil anissa anita anja anke anna
annabelle anne annette annick annie annika anouk anthony antoine antoinette anton antonella antonia antonin
antonio anwar apolline arash ariane ariel arielle aristide arjun arlette armand armande armel armelle arnold
arsene arthur arturo arwa asma assa assane assetou assia assiatou astou astrid atif attila aude audrey
augustin augustine aurelie aurelien aurore awa axel axelle ayman aymen aymeric ayoub ayse aysha azedine aziz
aziza azzedine babacar badr bakary baptistin barbara basile bastien bayo beata beatrice beatriz bechir
belinda bella ben benedicte benjamin berengere bernadette berta berthe bertille bilal bill birgit bjorn
blanche blandine bob bogdan boris boubacar boubakar brahim brenda brian brice brieuc brigitte bruna bruno
bushra camille capucine carine carla carlos carmen carole carolina caroline cassandra caterina catherine
cathy cecile cedric celeste celestin celestine celia celine celso chadia chafik chahinez chaima chantal
charif charlene charlie charline charlotte cheick cheikh chems chen cherif chiara chloe chris christa
christel christelle christiane christina christine christophe christopher cindy claire clara clarisse claude
claudette claudia claudie claudine claudio clea clemence clementine cleo cliff clive clotaire clothilde
clotilde colette coline come conor constance constantin coralie corentin corinne cornelia coumba craig
cristian cristiana cristiano cristina cyprien cyriaque cyril cyrille cyrus dalal dalila damian damien dan
dani daniela daniele danielle danilo danny daphne daria dario dave davy debora deborah deepak delphine demba
denise diana diane didier diego dieter dimitri dina dirk djamel djamila djibril dmitri dominique donald
donatella dora dorian doriane doris dorota dorothee douglas driss duc duncan dung ed edgar edith edmond edna
edouard eduardo edward edwige eglantine ekaterina elena eleonore elhadj elham eli eliane elias elie eliette
elif elinor elio eliot elisa elisabeth elise elizabeth ella ellen elodie eloise eloy els elsa elvira elvire
emanuele emeline emeric emerick emile emilia emilie emilien emilienne emilio emily emine emma emmanuel
emmanuelle emre enguerrand enrico enrique enzo eric erica erich erik ernest ernestine ernesto erwan erwann
esra esteban estelle ester esther ethan ettore eugene eugenie eulalie eva evan eve evelyn evelyne evgeni
ewen eyal ezra fabien fabienne fabio fabiola fabrice fabrizio fadel fadila fahd faical faisal fanny fanta
farah fares farid farida fatih fatiha fatima fatimata fatma fatou fatoumata faustine faycal fayza federica
federico felicie felicien felicite felipe ferdinand fernand fernanda fernande fernando filip filippo fiona
fiorella firmin flavie flavien flavio fleur flora flore florence florent florentin florian floriane fode
fouad foued fouzia franca francesca francesco francette franciane francine francis francisca francisco
franck francoise frank franz fred freddy frederic frederique frieda friedrich fritz gabin gabriel gabrielle
gael gaelle gaetan gaetane gamal gary gaston gemma genevieve geoffrey geoffroy georges georgette georgina
gerald geraldine geraud gerda gerhard germaine gerry gertrud ghassan gheorghe ghislain ghislaine ghita
giacomo giada giancarlo gianluca gianni gilberte gilda gildas gina giorgio giovanna giovanni gisele giselle
giulia giuliano giulio giuseppe gladys gloria goncalo gontran gonzague gonzalo grace graham grazia graziella
greg gregoire gregory greta grzegorz guenaelle guenole guido guilhem guillermo gunnar gunther gustave
gwenael gwenaelle gwendal gwendoline gwendolyne gwenola habib habiba hachem hadi hadja hadrien hafid hafida
hafsa hai haithem hajar hakim hakima hala halima hamed hamid hamida hamidou hamza hana hanane hank hanna
hannah hans harald haroun harry hasan hasna hassane hassen hatem hawa hayat hazel heba hector hedi heidi
heike heinrich heinz helen helena helene helga helmut heloise hend henri henriette herve hiba hicham hichem
hilda hind hippolyte hiroshi hocine holly honore honorine hortense houda houria houssam hugo huguette huong
hussein ian ibrahima ibtissam ida idriss idrissa ignace ignacio igor ihsan ikram ilham iliana ilias ilona
ilyas ilyes imad imane imen imene imran ina inaya ines inge ingrid inna ioana ioannis irene irina iris irma
isa isaac isabel isabella isabelle isaure isidore ismael ismail ismaila issa issam issouf ivan ivana jaap
jack jacky jacquelin jacqueline jacques jade jaime jake jalal jaleh jalila jamal jamel jamila jan jana jane
janet janine jarek jasmine jason javier jean jeanine jeanne jeannette jeannine jeannot jeff jelena jennifer
jenny jens jeremie jeremy jeroen jerome jerry jessica jessy jesus jihane jill jim jo joachim joan joana
joanna joao joaquin jocelyn jocelyne joe joel joelle joerg joern joevin johan johann johanna johanne
johannes john johnny jon jonas jonathan jordi jorge joris jose joseba josef josefina josephine josette josh
joshua josiane josip josselin josseline josue jovana joy juan judicael judith juergen jules julia juliana
juliane julie julienne juliette julio jun jurgen justin justine kader kadiatou kadidiatou kadija kais kalid
kalil kamal kamel kamelia kamil kamila kaoutar karen karim karima karin karine karl karolina kasia katarina
kate katell katharina katherine kathleen kathy katia katie katrin katy keiko keith kelian ken kenji kenneth
kenza kevin khadiatou khadidja khadija khadim khady khaled khalid khalil khanh kheira kilian killian kim
kirsten klaus koffi kokou komi kouadio kouassi kristin kristina kristof krystyna krzysztof kumar kwame kyle
kylian laetitia lahcen laila lalla lamia lamine lan lara larbi larissa lars latifa laura laure lauren
laurence lauriane laurie laurine lavinia layla lea leana leandre leila lena leo leonard leonardo leonie
leonor leontine leopold leslie leticia leyla lia liam lian libor lidia lien lies liesbeth lilas lilia lilian
liliane lilli lilou lily lin lina linda linh lionel lisa lisbeth lise lisette lison lloyd loan loeiza lohan
loic lois lola lorena lorene lorenzo loriane lorna lorraine lotfi lou louane louann louay loubna louisa
louise louisette louison luc luca luce lucette lucia luciana luciano lucie lucien lucienne lucile lucille
lucrece lucy ludivine ludovic luigi luis luisa luiz lukas lukasz luke lydia lydie lyes lylou lyse maarten
machteld maciej madeleine madiha madina madjid mado mae mael maelle maelys maeva magali magalie magdalena
maggie maggy magnus maha mahamadou mahamat mahaut mahdi mahmoud mai maimouna maite majda majid malak malek
malgorzata malia malick malik malika malo malorie mamadou mame mamoudou mandy manel manfred manolo manon
manuel manuela mara marc marceau marcel marcelin marceline marcella marcelle marcello marcin marco marcos
marcus marek margaret margarida margaux margherita margit margot marguerite maria mariam mariama mariana
marianne mariano marie mariel marielle mariette marija marika marilyn marilyne marina marine marinette mario
marisa marise marisol marius marjan marjolaine marjorie mark marko marlene marta marten martha marthe
martial martina martine martins marwa marwan mary maryam maryem maryline maryse maryvonne massimo mateo
mateusz mathias mathilde mathis mathurin matilde matteo matthew matthias matthieu matthijs mattia maud maude
maureen mauricette maurizio mauro max maxence maximilien maya mayeul maylis mayssa mbaye medard medina meg
megan mehdi mehmet mei melanie melina melis melissa melodie melusine melvin mercedes meriem merieme merlin
meryem meryl mia micaela michael michaela michal michela michele micheline michelle mick mickael miguel
mihai mika mikael mike mikhail milan milena milica millie milo mina minh mira mircea mireille mirela miriam
miroslav moctar modeste modou moez mohamad mohamed mohammad mohammed mohand moise mokhtar molly mona moncef
monia monica monika monique morad morgane mostafa moulay mouloud mounia mounir mourad moussa moustapha
muhammad muriel mustafa mustapha mylene myriam nabil nabila nacer nacera nadeem nadege nadejda nader nadia
nadine nadir nadja nafissa nafissatou naila naim naima najat najet najib najoua nam nancy naomi naoual
naoufel narcisse nasser nassera nassim nassima natacha natalia natalie nathalie nathan nathanael nathaniel
nawal nawel nazim ndeye neil nelly nelson nesrine nestor nguessan nick nicky nicola nicole nicoleta
nicolette nidal niels nigel nihal nikita nikola nikolai nikos nils nina ninon nisrine nizar noa noah noam
noelie noella noelle noemi noemie nolwenn noor nora norbert nordine nouha nour noura nourddine
noureddine nourredine nuno octave octavie octavio odette odile odilon olaf oleg oleksandr olga olive olivia
olympe omar ombeline omran ondine ophelie oriane orianne oscar oswald othilie otto oumaima oumar oumou oumy
ousmane oussama owen pablo pacome paddy paloma pamela paola paolo papa pape parvin pascale pascaline pat
patrice patricia patrick patrizia paule paulette paulina pauline paulo pavel pedro peggy penda penelope
perceval perrine peter petra petros phil philip phoebe phuong pia piero pierrette pierrick pieter pietro
piotr placide primael priscilla priya prudence qiang quentin quitterie rabah rabia rachel rachid rachida
radia radu rafael rafik rahma raja rajaa rajesh ralf ramata ramdane rami ramon ramona ramzi rania raoul
raphael raphaelle raquel rashid raul ray razane rebecca reda redouane regina regine reinhard rejane renata
renate renato renaud rene renee rhita rhys riad ricardo riccardo richarda rick rim rima rita rob roberta
roberto robin rocio rodolphe rodrigo rodrigue rokhaya rokia romain roman romane romaric romeo romuald ron
ronan rosa rosalie rosalind rosanna rosario rose roseline roselyne rosemary rosemonde rosette rosie rosine
ross rossella roxane roya rozenn ruben rudolf rudy rui russell rute ruth saad sabah saber sabine sabri
sabrina sacha sadia sadio saeed safa safia safiatou said saida saidou saif salif saliha salim salima
salimata saliou sally salma salome salvador salvatore sam samantha samba sami samia samir samira samuel samy
sana sanaa sandie sandra sandrina sandrine sandro sandy santiago santo sara sarah sasha saskia saverio
savina savinien scholastique sean sebastian sebastien sefora segolene sekou selena selim selin selma septime
serena serge sergei sergio sergiu severin severine seydou shahin shane sharon sheila shirin shirley siaka
sibel sibylle sidi sidoine sidonie sidy sigolene siham sihem silvia silvio simeon simona simone sinan sinead
siobhan skander slim slimane sofia sofian sofiane sofie soizic solange soledad solene solenn solenne soline
solomon sonia sophie soraya souad souhila soukaina souleymane soumaya soumia stanislas steeve stefan
stefania stefanie stefano stella sten stephan stephane stephanie stephen steve steven stuart sue suleyman
sunita susan susana susanne suzanne suzel suzette suzy sven svetlana swann sybille sylvain sylvaine sylvette
sylvia sylviane sylvie sylwia taha tahar tanguy tania tara tarek tarik tariq tatiana teddy teresa tereza
tess thais thanh thea thelma theo theodore theophile theresa therese thi thiago thibaud thibault thibaut
thierno thijs thomasina thuy tidiane tiffany tijani tilda tim timeo timo timothe timothee timothy tina
titouan tobias toby tom tomas tomasz toni tony toussaint tracy traian trevor tristan tuan typhaine ugo
ulrich ulrike ulysse uma umberto urbain urielle ursula ursule valentina valentine valere valeria valerian
valeriane valerie valerio valery vanessa vasile vera veronique vesna vianney vic vicente vickie vicky
victoire victoria victorien victorine viktor vincenzo viola violaine violette viorel virgile virginia
virginie vito vittorio vivian viviane vivien vladimir wafa wahiba wahid wail walid walter wassila wassim
wayne wei wendy werner wided wiem wilfrid wilfried wilhelm wilhelmina will willem william willy wim wissam
wojciech wolfgang xaviere xenia xin yacine yacouba yadira yael yaelle yahia yahya yamina yaminah yan yang
yanis yann yannick yannig yara yasin yasmin yasmina yasmine yassin yassine yassmine yazid yehudi yelena yoan
yoann yohan yohann yolaine yolande yosra youcef youenn younes youness youri youssef youssouf youssoufa yuki
yulia yuri yusuf yvan yveline yves yvette yvon yvonna yvonne zach zacharie zack zahia zahra zainab zaineb
zakaria zakia zara zeinab zelie zenon zeynep zied zineb zita zoe zohra zoltan zoubida zouhair zuzana
tiphaine tancrede goulven loig tugdual anaelle oceane garance sixtine hermine enora bleuenn marylise
ginette raymonde rolande ghyslaine binta djeneba henrik freya poppy elsie katarzyna agnieszka tiago
catarina pilar rayan ilyan eliott louna hiro rahul anjali foulques
""")

EITHER = word_set("""
adam albert alexandre ali andre arnaud aubert aubin auguste baptiste barthelemy bastian benoit bernard
bertrand blaise brooke charles christian clement colin constant daniel david denis etienne felix francois
frederick gaspard gauthier gautier george gerard germain gilbert gilles godefroy guillaume guy hamadi
hassan henry hubert
hugues humbert ibrahim jacob james jordan joseph julian julien kelly lambert laurent leon lewis louis
lucas marin marion martin mathieu maurice maxime michel morgan nicolas noel nolan oliver olivier pascal paul
philippe pierre prosper raymond regis remi remy richard robert roger roland rolland ryan salah salomon
samson scott simon sylvestre taylor thierry thomas valentin victor vincent xavier
""")

FAMILIES = word_set("""
bui cao dang deng dinh duong guo hoang huynh lam liu luo ngo nguyen pham phan tang tran trinh truong vo vu
wang xiao xie xu zhang zhao zheng zhou zhu
""")
