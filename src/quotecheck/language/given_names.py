"""Common given names by gender, across the languages we read. Who bears one is found elsewhere (``speech``)."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

MALE: Final = frozenset(
    words("""
    howard alfred leonard norman clarence ernie ray leo milo malcolm marcus julian derek colin graham neville trevor
    brett chad cody dean derrick dwayne earl elliot evan felipe gavin glen glenn grant greg harvey jay jeff jesus joel
    jon juan kirk lance lee leroy lloyd luke manuel mario marvin maurice melvin miles mitchell morris neal nick omar
    otis perry pierce preston ricardo rick rob ross sanford shane shawn spencer steve theo todd tristan ulrich vernon
    virgil wade warren wesley wyatt xavier zach edmund egon erhard erwin eugen ewald franz georg gottfried gustav harald
    hartmut heiko heinrich henning hermann hubertus ingo jakob jonas julius kai konrad lothar markus marius norbert olaf
    oskar reiner reinhard reinhold richard rolf rudi rüdiger siegfried sven theodor torsten thorsten ulf udo volker
    walter
    winfried wolf wolfram gianni luca alessandro enrico néstor hugo evo luiz paulo sérgio joão mohamed hamid mahathir
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
    steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas
    eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis
    jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy ethan carl keith roger
    gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy jordan albert dylan bruce willie
    gabriel
    alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley harry fred tom
    tommy jim
    jimmy bill bob ben dick ned ted sam dan charlie oliver basil hugh hubert ernest francis edmund rudolf sherlock cyril
    fergus gilbert roland humphrey geoffrey herbert horace oscar percy reginald rupert sidney simon stanley toby victor
    wilfred boris barack joe vladimir volodymyr jens emmanuel olaf nicolas françois jacques jean pierre luc michel
    bernard
    andré philippe alain henri marcel rené gérard claude rishi keir tony gordon nigel jeremy ed hans peter klaus jürgen
    wolfgang helmut gerhard horst heinz karl günter günther werner frank-walter guido sigmar thomas stefan andreas uwe
    bernd dieter manfred rainer ralf jörg jens sven lars björn erik kurt otto paul max moritz felix leon tim jan tobias
    dirk holger joachim christoph martin matthias florian sebastian alexander dominik fritz ludwig friedrich wilhelm
    josé
    manuel carlos luis antonio francisco miguel pedro pablo rafael javier fernando alejandro sergio jorge mariano josep
    ángel diego álvaro alberto ramón ignacio joaquín silvio giuseppe giovanni mario marco paolo luigi romano matteo
    mohammed mohamed muhammad ahmed ali hassan hussein ibrahim omar yusuf abdullah mahmud mahmoud bashar hosni recep
    tayyip najib shinzo jinping xi narendra dmitri dmitry sergei sergej alexei michail mikhail igor ivan nikolai lech
    montague ichabod silas ephraim ezra elijah elisha enoch jasper jem joshua josiah jabez jedediah jonas lemuel obadiah
    phineas reuben rufus seth solomon tobias uriah zachariah algernon ambrose archibald aubrey augustus barnaby barney
    bartholomew caleb clement cornelius cuthbert cyrus dominick ebenezer everard ferdinand frederic frederick godfrey
    hezekiah hiram ignatius isaac jacob jeremiah jock jos lancelot laurence lucius matthias mortimer nathaniel nicodemus
    ned octavius orlando percival peregrine quentin ralph randal randolph roderick rowland sampson septimus swithin
    thaddeus timothy titus tobit ulysses valentine wat
    donald george neil edwin winston abraham theodore franklin dwight lyndon jimmy bernie mitt mitch chuck mike pete
    """)
)
FEMALE: Final = frozenset(
    words("""
    annette heike ilona inge iris irmgard jutta karola kristina lieselotte margit margot maria marianne marlene martina
    michaela miriam nadine nina rita rosemarie roswitha ruth silke sonja stefanie tanja theresia ursel uta vera veronika
    waltraud beate bettina carola charlotte christa christiane cornelia dagmar doris edeltraud elke erika eva evelyn
    gerda gerlinde gudrun hanna hedwig helene hildegard marissa megan molly nadia naomi norma paige pauline peggy
    penelope phyllis rosemary roxanne ruby sabrina sadie sheila shelley sherry sonya stella sue suzanne tamara tara
    tina tracy valerie vanessa vera vicky wanda wendy yolanda yvonne zoe beatrice bridget camilla cecilia constance
    cordelia dora dorothea eleanor elinor eliza elsie esther eve gwendolen gwen honor ida josephine juliet kitty
    laetitia
    lavinia letitia lottie louisa louise lucinda marian marianne marmee may mina miranda muriel myra nell octavia olive
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy
    kathleen
    angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria
    catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea
    hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean
    alice
    judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla
    alexis lori marie jane lucy rose meg jo beth polly jemima marilla anne ellen kate kitty nelly peggy sally molly
    fanny
    becky amelia rebecca clara edith ethel flora florence gertrude harriet henrietta hester isabel jessie lydia mabel
    maggie matilda maud mildred minnie nora phoebe prudence susannah sylvia ursula violet winifred hillary hilary
    theresa
    angela ursula annegret christine nancy kamala liz priti suella yvette nicola jacinda julia sanna mette erna melanie
    sabine petra monika renate andrea heidi heidemarie brigitte claudia silvana gesine franziska katja katrin kerstin
    anja nicole ulrike ulla ute birgit gabriele susanne karin ingrid helga gisela hannelore ilse johanna katharina lena
    sophie marine ségolène martine valérie nathalie isabelle sylvie françoise catherine anne-marie simone brigitte
    carmen dolores pilar teresa isabel cristina soledad esperanza rosa ana elena lucía marta paula yolanda irene
    fatima aisha leila zainab benazir malala aung indira sonia cristina dilma michelle irina olga tatjana natalia
    svetlana annie winnie celia dorothy hester georgiana henrietta dinah sallie bessie bess betsy betsey biddy judy
    lizzie effie nettie hattie lottie millie addie agatha adelaide arabella augusta bertha bessy cassandra delia ella
    ethel eunice fanny flossie geraldine ginevra hepzibah honoria imogen isabel jemima keziah letty lettice lilian
    linnet lois lorna lucretia lulu madge mattie mehitable mercy minna myrtle nan nancie nettie patience philippa
    philomena priscilla prudence rhoda rosalind rosamond rosina selina susannah tabitha tess thirza tilly ursula
    winifred zelda amelia almira marilla georgina
    """)
)


def gender_of(name: str) -> str:
    """ "m" or "f" for a common given name; empty for others and for names of both."""
    return _GENDERS.get(name.lower(), "")


_GENDERS: Final = {**dict.fromkeys(MALE - FEMALE, "m"), **dict.fromkeys(FEMALE - MALE, "f")}
