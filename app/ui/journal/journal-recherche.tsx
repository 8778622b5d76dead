import { Button } from '@mui/material'
import css from '#ui/journal/journal.module.css'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { FormulaireAdresse } from '#ui/kit/formulaire/formulaire-adresse'

type Choix = { valeur: string; texte: string }

export type RechercheJournal = { acte: string; agent: string; objet: string; q: string; depuis: string; jusqua: string }

type Props = { cherche: RechercheJournal; actes: Choix[]; agents: Choix[]; objets: Choix[] }

const Liste = ({ nom, label, choix, valeur }: { nom: string; label: string; choix: Choix[]; valeur: string }) => (
  <ChampChoix name={nom} label={label} defaultValue={valeur}>
    <option value="">Tous</option>
    {choix.map((un) => (
      <option key={un.valeur} value={un.valeur}>
        {un.texte}
      </option>
    ))}
  </ChampChoix>
)

/** What is looked for in the journal; the address keeps it. */
export const JournalRecherche = ({ cherche, actes, agents, objets }: Props) => (
  <FormulaireAdresse key={JSON.stringify(cherche)} role="search" aria-label="Chercher dans le journal">
    <div className={css.recherche}>
      <ChampTexte
        name="q"
        label="Dossier, campagne ou agent"
        defaultValue={cherche.q}
        helperText="Un numéro, un code ou une adresse"
      />
      <Liste nom="acte" label="Acte" choix={actes} valeur={cherche.acte} />
      <Liste nom="agent" label="Par" choix={agents} valeur={cherche.agent} />
      <Liste nom="objet" label="Sur" choix={objets} valeur={cherche.objet} />
      <ChampDate name="depuis" label="Depuis le" defaultValue={cherche.depuis} />
      <ChampDate name="jusqua" label="Jusqu’au" defaultValue={cherche.jusqua} />
    </div>
    <Button type="submit" variant="contained" size="small">
      Chercher
    </Button>
  </FormulaireAdresse>
)
