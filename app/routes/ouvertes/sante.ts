/** The process lives. Whether it can work is `/sante/prete`. */
export const loader = () => Response.json({ etat: 'vivant' })
