"""Words that stand with a capital in a mail and belong to no name; given names that are words as well."""

from checkin.domain.folding import fold

# Words with a capital that belong to no name: what begins a sentence, an office, a day, a place.
NOT_NAMES = frozenset(
    fold(
        """
    bonjour bonsoir salut hello hi hey dear cher chere chers cheres coucou merci bien cordialement
    respectueusement je nous il elle ils elles on vous tu oui non ok yes no yep ouais suite pour par
    avec sans dans en de du des le la les l un une notre nos votre vos mon ma mes son sa ses leur leurs
    ce cet cette ces c est j y a au aux et ou mais car donc comme si selon sur sous ci veuillez bonne
    belle bon beau excellente tres trop toutes tous toute tout malheureusement helas finalement enfin
    effectivement egalement aussi ainsi seront sera serai serons sont participera participeront
    participerai participants participant presence presente present presents presentes absent absente
    confirme confirmation confirmed liste inscription personne personnes monsieur madame mademoiselle
    messieurs mesdames m mme mlle mr mrs ms dr pr me docteur professeur maitre directeur directrice
    president presidente prefet prefete depute deputee senateur senatrice maire ministre conseiller
    conseillere chef cheffe charge chargee responsable secretaire secretariat assistant assistante
    adjoint adjointe delegue deleguee coordinateur coordinatrice haut commissaire commissariat
    collaborateur collaboratrice collegue collegues cabinet general generale directrices directeurs
    educateur educatrice animateur animatrice mediateur mediatrice attache attachee vice recteur
    rectrice association mission missions locale locales region regionale regional departement
    departemental conseil ministere prefecture rectorat academie ville mairie commune communaute
    metropole agglomeration agence centre maison fondation federation groupe societe entreprise
    universite ecole lycee institut institution reseau union syndicat pole service services direction
    unite bureau comite espace cite foyer club collectif cooperative chambre observatoire plan programme
    projet projets caf cpam crij cij pmi dreets dgefp drajes afpa apec cfa afp france travail emploi
    insertion republique etat nationale national grenelle paris lyon marseille lille bordeaux nantes
    toulouse rennes strasbourg europe salle accords rue avenue boulevard place hotel gare metro teams
    zoom outlook lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
    juillet aout septembre octobre novembre decembre monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december objet
    sujet date tel telephone mobile fax mail email e courriel adresse organisme structure fonction nom
    prenom noms prenoms nb ps p s n re tr fw fwd invitation evenement maraudes numeriques matinee
    rencontre the we i my our your his her their this that it they he she you please thank thanks
    regards best kind sincerely yours unfortunately sorry great good and or but with as for from to at
    of in is are will would director manager head officer deputy minister ministry department office
    foundation university council youth team colleague colleagues attendee attendees guest guests
    personnellement actuellement apres avant lors aucun aucune faute etant ayant retenu retenue pris
    prise ravi ravie heureux heureuse toutefois cependant neanmoins voici voila accompagne accompagnee
    accompagnants accompagnant organisateur organisatrice participe assistera viendra viendront rendez
    suivi svp pcc urgent confirmez confirmer compte tenu grand moi meme nombre total premier premiere
    deux trois quatre cinq six sept huit neuf dix cdt bav cc copie bises bisous amities chief executive
    financial operating senior junior policy project adviser advisor analyst researcher lead chair
    chairman chairwoman trust group drh dg dga dgs sas sarl ceo cfo coo cto rh rse qhse daf dsi mna
    cidff attention toujours hors quant concernant bravo super genial parfait entendu note noter
    inscrire inscrits colonel colonelle commandant capitaine lieutenant adjudant adjudante sergent amiral
    both neither either sadly alas also regarding following once since before happy delighted glad
    pleased sounds see count looking apologies absolutely certainly sure confirming confirmed
    attending representing together sauf faute outre chaque quelques certains plusieurs dommage
    desole desolee navre navree impossible volontiers ravis pardon rebonjour lorsque puisque bref
    sincerement vu malgre pendant depuis jusque chez vers entre
    que qui quand quel quelle quels quelles comme puis des afin ici cela ca celui celle rien tant plus
    moins ne pas jamais maintenant aujourd'hui demain hier dieu allah maman papa tonton frere soeur pere mere
    apparemment normalement evidemment salam namaste excellent excusez desormais
    delegation duo trio binome correctif ambassador ambassadress embassy ambassade third secretary
    counsellor excellency consul unis billets affirmatif seuls seules inscrivez ajoutez notez
    reservez gardez comptez prevoyez enregistrez
    brigadier procureur procureure monseigneur lieutenante commandante inspecteur inspectrice
    ni seul seule tell whether honore sir lady lord dame baroness madam herr frau signora signor
    engineer barrister reverend formateur formatrice coordonnateur coordonnatrice fondateur fondatrice
    stagiaire proviseur proviseure board member members high commissioner unit digital respected
    beloved gentile accounts status message warning delivery server remote session id cni
    skills jobs formation formations sociale social presse radio campus studio works institute academy
    fonds voix rues quartier quartiers agenda mutuelle express weekly summit forum web jeunes compagnons
    fabrique etablissement etablissements traiteur gang hip hop avenir zone cap lab trust data gaming
    signe signee referent referente reunion government
    google aer air south african polish transition participation participations cote equipe autorite
    """
    ).split()
)
# Given names that are other words too: in small letters they name nobody.
ORDINARY = frozenset(
    fold(
        """
    rose pierre france claire marine prune aime victor grace may will mark line aurore olive violette
    blanche sage eve iris constant constance desire clement florent parfait noel pascal prudence
    felicite modeste marguerite jasmine flora melodie plaisir venue viens sera serai sont est dans chez
    qui que bien aussi donc tout tous toute ete avant apres salut
    """
    ).split()
)

# Of NOT_NAMES, those that families bear too: behind a given name they are one.
SURNAMES_TOO = frozenset(
    fold(
        """
    salle avril janvier mars paris lyon lille best bureau maire grand bravo good place bon beau belle premier
    president chef march may toulouse france mission marseille rennes ville centre cher note present
    dieu pere hier mai vu lord ni cap
    """
    ).split()
)

# Regions and the like: behind other words, they say where an organisation is.
LANDS = frozenset(
    fold(
        """
    alsace aquitaine auvergne bourgogne bretagne champagne corse dordogne finistere franche-comte gironde
    hauts-de-france haute-marne herault idf ile-de-france isere landes languedoc limousin loire lorraine
    maine marne martinique mayenne moselle normandie occitanie oise paca picardie provence reunion
    roussillon sarthe savoie touraine vaucluse vendee vosges yvelines nord sud est ouest europe france
    uk ireland scotland wales england
    """
    ).split()
)

# Of NOT_NAMES, those that are given names too: before a family's name they are one.
GIVEN_TOO = frozenset(["mai", "avril", "april", "may", "june", "august", "will"])

# Given names that are towns or feasts too: behind « à », « in » or « avant », one alone names nobody.
TOWNS_TOO = frozenset(["nancy", "milan", "noel", "florence", "sydney", "lorraine"])
