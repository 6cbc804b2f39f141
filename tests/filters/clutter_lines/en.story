Residents of Skellhaven voted on Tuesday to keep the country's last lighthouse keeper, ending a dispute that had split the town for two years.
The council had planned to replace Martin Oakes, 61, with a sensor that costs less than the coal he burns in a winter.
“They told me a machine never sleeps,” Mr Oakes said. “Well, neither do I when it blows from the north.”
The vote was carried by 412 to 97, the highest turnout in the town since a referendum on the ferry in 1975.
Opponents said that the money would have been better spent on the sea wall, which was damaged in February.
Council leader Anne Rudd said she would respect the result and write to the ministry this week.
The ministry, which pays a third of the cost, has until September to answer.
Mr Oakes said he would celebrate by sleeping until noon, if the weather allowed it.
