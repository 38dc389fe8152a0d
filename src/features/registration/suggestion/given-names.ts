/**
 * Given names that are frequent in Germany, folded, without those that are usual words as well ("Rosa", "Ernst", "Frank", "Max", "Kai").
 * The list need not be complete: it only helps to leave names out.
 */
const frequent = `
achim adam alexander alexandra ali alina alois amelie andrea andreas angela angelika anika anja anke anna anne annegret anneliese
annette annika antje anton antonia armin arne axel barbara bastian beate ben benedikt benjamin bernd bernhard berta bettina birgit
bjoern brigitte britta bruno carina carla carmen carola carolin caroline carsten caterina charlotte christa christel christian
christiane christina christine christof christoph claudia clemens cornelia daniel daniela david denise dennis detlef diana dieter
dietmar dirk dominik doris dorothea eberhard edith elena elfriede elias elisabeth elke ella emil emilia emma erich erika erwin
eugen eva fabian fatma felix ferdinand finn florian franziska friedrich fritz gabi gabriele georg gerald gerd gerda gerhard
gertrud gisela gudrun guenter guenther gunnar hanna hannah hannelore hannes hans harald hartmut hedwig heike heiko heiner heinrich
heinz helena helga helmut henning henrik herbert hermann hildegard holger horst hubert hugo ilona ilse inga inge ingeborg ingo
ingrid irene iris irmgard isabel isabell jacqueline jakob jan jana janina jasmin jens jessica joachim jochen joerg johann johanna
johannes jonas josef judith juergen julia julian jutta karin karl karla karsten katharina kathrin katja katrin kerstin kevin
kirsten klara konrad konstantin kristin kristina lara lars laura lea lena leon leonie linda lisa lothar louisa luca luisa lukas
lutz magdalena maike maja manfred manuel manuela marc marcel marco marcus margarete margit margret maria marianne marie marina
mario marion markus marlene martha martin martina mathias matthias maximilian mechthild mehmet meike melanie melina mia michael
michaela miriam mirko monika moritz mustafa nadine nadja natalie nicole niklas niko nils nina norbert olaf oliver oskar otto
patricia patrick paul paula petra philipp pia rainer ralf ramona raphael rebecca regina reiner reinhard reinhold renate rene
ricarda richard rita robert roland rolf ronald rosemarie rudolf ruediger rupert ruth sabine sabrina samuel sandra sarah sascha
saskia sebastian siegfried sigrid silke silvia simon simone sina sofia sonja sophia sophie stefan stefanie steffen stephan
stephanie susanne sven svenja sybille sylvia tamara tanja tatjana theo theresa thomas thorsten tilman tim timo tina tobias torben
torsten udo ulf ulrich ulrike ursula ute uwe valentin vanessa vera verena veronika viktoria volker walter waltraud werner wilfried
wilhelm willi wolfgang yvonne
`;

const names: ReadonlySet<string> = new Set(frequent.trim().split(/\s+/));

export function isGivenName(folded: string): boolean {
  return names.has(folded);
}
